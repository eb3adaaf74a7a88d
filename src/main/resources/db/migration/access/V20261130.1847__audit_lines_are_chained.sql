alter table access.audit
    add column place text,       -- code of the place it is about
    add column about uuid[],     -- accounts it is about, besides its subject
    add column mark bytea;       -- keyed (platform.Secrets), made with the line; lines from before have none
create index audit_actor on access.audit (actor, at);
create index audit_subject on access.audit (subject, at);
create index audit_about on access.audit using gin (about) where about is not null;
create index audit_place on access.audit (place text_pattern_ops, at) where place is not null;

-- lines that the chain does not hold yet
create table access.audit_unsealed (line uuid primary key);
insert into access.audit_unsealed select id from access.audit;

-- the chain: each seal covers the one before it, so that none can go or change places unseen
create table access.audit_seal (
    number bigint primary key,
    line uuid not null unique,
    at timestamptz not null,     -- of the line
    digest bytea not null,       -- of the line
    before bytea not null,       -- mark of the seal before; empty for the first
    mark bytea not null
);
create trigger audit_seal_only_grows before update or delete on access.audit_seal
    for each row execute function access.refuse_change();
create trigger audit_seal_is_never_emptied before truncate on access.audit_seal
    for each statement execute function access.refuse_change();

comment on table access.audit_seal is 'only grows';

-- seals of lines that are older than five years; the last before that stays, and says where the chain begins now
create function access.forget_old_seals(older_than timestamptz) returns void language sql security definer
    set search_path = pg_catalog, pg_temp as
$$ delete from access.audit_seal
    where number < (select min(number) - 1 from access.audit_seal where at >= least(older_than, now() - interval '5 years'))
      and at < least(older_than, now() - interval '5 years') $$;

-- how far the chain has come
create table access.audit_head (
    one boolean primary key default true check (one),
    number bigint not null,
    mark bytea not null
);

-- each time the chain was looked through
create table access.audit_check (
    id uuid primary key,
    at timestamptz not null,
    lines bigint not null,
    findings text[] not null     -- codes of AuditChain.Finding, with when
);
create index audit_check_at on access.audit_check (at);
