-- attempts at codes that no invitation has. The address is a keyed digest, and rows go after a quarter of an hour
create table survey.miss (
    address bytea not null,
    at timestamptz not null
);
create index miss_address on survey.miss (address, at);
