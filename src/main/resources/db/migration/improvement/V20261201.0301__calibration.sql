-- a coach's ratings of the two fictional units of a half-year; without an account once it is erased
create table improvement.calibration (
    id uuid primary key,
    half text not null check (half ~ '^2[0-9]{3}-[12]$'),
    account uuid references access.account on delete set null,
    begun date,
    unique (half, account)
);
create index calibration_account on improvement.calibration (account) where account is not null;

-- what was set for each anchor; never changed
create table improvement.calibration_mark (
    calibration uuid not null references improvement.calibration on delete cascade,
    unit text not null check (length(unit) between 1 and 60),
    anchor text not null check (length(anchor) between 1 and 60),
    level smallint not null check (level between 1 and 5),
    primary key (calibration, unit, anchor)
);
