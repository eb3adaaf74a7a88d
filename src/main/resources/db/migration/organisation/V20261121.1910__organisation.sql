create schema organisation;

create table organisation.county (
    number char(2) primary key,
    name text not null,
    valid_from date not null,
    valid_to date
);

create table organisation.municipality (
    number char(4) primary key,
    name text not null,
    county char(2) not null references organisation.county,
    valid_from date not null,
    valid_to date
);

-- three divisions of the country over the counties: health regions, KORUS, RVTS
create table organisation.region (
    layer text not null check (layer in ('health', 'korus', 'rvts')),
    code text not null,
    name text not null,
    valid_from date not null,
    valid_to date,
    primary key (layer, code)
);

create table organisation.region_county (
    layer text not null,
    region text not null,
    county char(2) not null references organisation.county,
    valid_from date not null,
    valid_to date,
    primary key (layer, county, valid_from),
    foreign key (layer, region) references organisation.region (layer, code)
);

create table organisation.owner (
    path ltree primary key,
    kind text not null check (kind in
        ('rhf', 'hf', 'municipality', 'private_non_profit', 'prison_health', 'competence_centre')),
    name text not null,
    number text unique,
    parent_number text references organisation.owner (number),
    fictional boolean not null default false,
    valid_from date not null,
    valid_to date
);

create table organisation.unit (
    path ltree primary key,
    owner ltree not null references organisation.owner,
    name text not null,
    county char(2) not null references organisation.county,
    level text not null check (level in ('specialist', 'primary')),
    fictional boolean not null default false,
    valid_from date not null,
    valid_to date,
    check (path <@ owner)
);
create index unit_path on organisation.unit using gist (path);
create index unit_county on organisation.unit (county);
