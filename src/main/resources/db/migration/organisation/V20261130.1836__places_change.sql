-- Places change over the years (ADR 0032). A path is a place in its time and is never written anew: a unit that moves or is merged
-- ends there, and its successor says where it goes on. What was said of a place before stands in organisation.place_before.
alter table organisation.owner
    add column municipality char(4) unique references organisation.municipality,
    add column successor ltree references organisation.owner,
    add column revision integer not null default 1,
    add column form uuid unique,
    add check (successor is null or valid_to is not null);

alter table organisation.unit
    add column municipality char(4) references organisation.municipality,
    add column number text,
    add column successor ltree references organisation.unit,
    add column revision integer not null default 1,
    add column form uuid unique,
    add check (successor is null or valid_to is not null);
create index unit_owner on organisation.unit (owner);
create index unit_successor on organisation.unit (successor) where successor is not null;
create index unit_number on organisation.unit (number);

create table organisation.place_before (
    path ltree not null,
    valid_from date not null,
    valid_to date not null,
    name text not null,
    number text,
    kind text,
    level text,
    county char(2) references organisation.county,
    municipality char(4) references organisation.municipality,
    written bigint generated always as identity primary key
);
create index place_before_path on organisation.place_before (path);
