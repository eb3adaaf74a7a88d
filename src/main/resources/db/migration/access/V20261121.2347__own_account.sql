alter table access.account
    add column if not exists language text,          -- of the last sign-in, for mail that no request asks for
    add column if not exists password_changed timestamptz,
    add column if not exists seen timestamptz,       -- the last sign-in
    add column if not exists warned timestamptz,     -- told that the account will be closed because nobody uses it
    add column if not exists reopen_hash text,       -- of the link that opens a closed account again
    add column if not exists erased timestamptz;     -- nothing but the id and the times is left

-- the secret of an authenticator app, sealed (platform.Secrets)
create table access.authenticator (
    account uuid primary key references access.account,
    secret bytea not null,
    begun timestamptz not null,
    confirmed timestamptz,
    last_step bigint not null default 0  -- a code, or an older one, is never taken twice
);

create table access.recovery_code (
    account uuid not null references access.account,
    hash text not null,
    made timestamptz not null,
    used timestamptz,
    primary key (account, hash)
);

create table access.passkey (
    id uuid primary key,
    account uuid not null references access.account,
    credential bytea not null unique,
    data bytea not null,       -- the attested credential data: whose authenticator, credential id, public key
    counter bigint not null,
    name text not null,
    created timestamptz not null,
    used timestamptz
);
create index passkey_account on access.passkey (account);

-- five years is how long the log is kept; nothing younger can be removed, whatever the application asks for
create or replace function access.refuse_change() returns trigger language plpgsql as
$$ begin
    if tg_op = 'DELETE' and old.at < now() - interval '5 years' then
        return old;
    end if;
    raise exception 'the audit log only grows';
end $$;
