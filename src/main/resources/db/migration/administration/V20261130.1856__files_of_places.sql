create schema if not exists administration;

-- a file of owners and units between looking at it and taking it in; removed a day later. It names no person
create table administration.place_file (
    id uuid primary key,
    made timestamptz not null,
    content bytea not null,
    made_new integer,
    changed integer
);
