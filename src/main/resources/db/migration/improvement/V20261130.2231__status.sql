-- a unit's status as its leader released it: the words of that day, in bokmål and nynorsk
create table improvement.status_report (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    day date not null,
    released_by uuid references access.account on delete set null,
    text jsonb not null,
    made timestamptz not null
);
create index status_report_journey on improvement.status_report (journey, made);
create index status_report_released_by on improvement.status_report (released_by) where released_by is not null;
