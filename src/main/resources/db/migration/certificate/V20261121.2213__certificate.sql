create schema certificate;

-- what a certificate is for, as it was: frozen, and about nobody
create table certificate.achievement (
    module text not null,
    version text not null,
    facts jsonb not null,
    primary key (module, version)
);

create table certificate.certificate (
    id uuid primary key,
    code text not null unique,
    account uuid references access.account,
    module text,
    version text,
    name text,
    place text,
    achieved date,
    declared boolean not null default false,
    issued timestamptz,
    expires date not null,
    former uuid references certificate.certificate,
    show_name boolean not null default true,
    show_place boolean not null default false,
    show_details boolean not null default false,
    salt text,
    ended timestamptz,
    ending text,
    foreign key (module, version) references certificate.achievement,
    check ((ended is null) = (ending is null)),
    check (ending in ('renewed', 'replaced', 'withdrawn')),
    -- a deleted one keeps its code and its dates, and nothing that tells whose it was or what it was for
    check (account is not null or (ending = 'withdrawn' and name is null and place is null and salt is null and module is null and achieved is null and issued is null)),
    check (account is null or (name is not null and place is not null and module is not null and version is not null and achieved is not null and issued is not null))
);
-- one in force for each module
create unique index certificate_in_force on certificate.certificate (account, module) where ended is null;
create index certificate_former on certificate.certificate (former);

-- a missing private part is a key that signs no more; the public part stays, so that what it signed can be checked
create table certificate.signing_key (
    id uuid primary key,
    public_jwk text not null,
    sealed_private bytea,
    created timestamptz not null,
    retired timestamptz,
    check ((sealed_private is null) = (retired is not null))
);
create unique index signing_key_in_use on certificate.signing_key ((true)) where retired is null;

-- codes typed that do not exist, by a digest of the network address; kept for a quarter of an hour
create table certificate.miss (
    address text not null,
    at timestamptz not null
);
create index miss_address on certificate.miss (address, at);
