-- what a person said at the first visit: unit confirmed, and whom lessons should be picked for
create table learning.beginning (
    account uuid primary key references access.account,
    profession text,
    confirmed timestamptz not null
);
