create schema access;

create table access.account (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    password_hash text,
    created timestamptz not null,
    closed timestamptz
);

-- a role on a scope: a place in the tree, or a region of one of the three layers
create table access.role_grant (
    id uuid primary key,
    account uuid not null references access.account,
    role text not null,
    path ltree,
    region_layer text,
    region_code text,
    place text not null,
    granted timestamptz not null,
    ended timestamptz,
    foreign key (region_layer, region_code) references organisation.region (layer, code),
    check ((path is null) <> (region_layer is null)),
    check ((region_layer is null) = (region_code is null))
);
create index role_grant_account on access.role_grant (account);

-- wrong passwords, counted per account and address; only a digest of the pair is kept
create table access.sign_in_failure (
    pair text not null,
    at timestamptz not null
);
create index sign_in_failure_pair on access.sign_in_failure (pair, at);

-- only grows
create table access.audit (
    id uuid primary key,
    at timestamptz not null,
    actor uuid,
    action text not null,
    kind text not null,
    subject text not null
);
create index audit_at on access.audit (at);

create function access.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the audit log only grows'; end $$;

create trigger audit_only_grows before update or delete on access.audit
    for each row execute function access.refuse_change();
create trigger audit_is_never_emptied before truncate on access.audit
    for each statement execute function access.refuse_change();

-- the tables of the Spring Session library, as its documentation gives them
create table access.session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_ix1 on access.session (session_id);
create index session_ix2 on access.session (expiry_time);
create index session_ix3 on access.session (principal_name);

create table access.session_attributes (
    session_primary_id char(36) not null references access.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
