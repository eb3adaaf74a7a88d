-- an offer of a role on a scope to an address; the link's token is kept as a digest only
create table access.invitation (
    id uuid primary key,
    batch uuid not null,
    email text not null check (email = lower(email)),
    name text not null,
    role text not null,
    path ltree,
    region_layer text,
    region_code text,
    place text not null,
    language text not null check (language in ('nb', 'nn')),
    inviter uuid references access.account on delete set null,
    created timestamptz not null,
    sendings integer not null default 1,
    sent timestamptz not null,
    expires timestamptz not null,
    token bytea not null unique,
    accepted timestamptz,
    account uuid references access.account on delete set null,
    form_key text,
    withdrawn timestamptz,
    foreign key (region_layer, region_code) references organisation.region (layer, code),
    check ((path is null) <> (region_layer is null)),
    check ((region_layer is null) = (region_code is null)),
    check (accepted is null or withdrawn is null)
);
-- an address has one open invitation to a role at a place
create unique index invitation_open
    on access.invitation (email, role, coalesce(path::text, region_layer || '/' || region_code))
    where accepted is null and withdrawn is null;
create index invitation_path on access.invitation using gist (path);
create index invitation_batch on access.invitation (batch);
create index invitation_sent on access.invitation (sent);

-- one-time links to choose a new password; the token is kept as a digest only
create table access.password_reset (
    token bytea primary key,
    account uuid not null references access.account on delete cascade,
    asked timestamptz not null,
    expires timestamptz not null,
    used timestamptz
);
create index password_reset_account on access.password_reset (account);

-- how often a new password was asked for, per typed address and network address; only a digest of the pair is kept
create table access.password_asked (
    pair text not null,
    at timestamptz not null
);
create index password_asked_pair on access.password_asked (pair, at);
