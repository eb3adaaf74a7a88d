-- which secret key seals what is sealed here: its fingerprint, never the key
create table platform.secret_key (
    one boolean primary key default true check (one),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{16}$'),
    since timestamptz not null
);

-- backups taken and drills held, also those that failed
create table platform.backup_run (
    id uuid primary key,
    kind text not null check (kind in ('backup', 'drill')),
    at timestamptz not null,
    good boolean not null,
    file text not null,
    bytes bigint not null,
    rows bigint not null,
    took_ms bigint not null
);
create index backup_run_at on platform.backup_run (kind, at);

-- who was erased, as a keyed mark that nobody can make without the secret key and the account's id. Each later backup holds it, so
-- that a restore to before an erasure can erase again
create table platform.erasure (
    id uuid primary key,
    kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
    mark bytea not null check (length(mark) = 32),
    day date not null
);

-- what a restore brought back and is to be erased again before anybody can sign in
create table platform.erasure_due (
    id uuid primary key,
    kind text not null,
    mark bytea not null,
    day date not null
);
