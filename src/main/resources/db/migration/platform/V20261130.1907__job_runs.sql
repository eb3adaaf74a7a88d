-- runs of the jobs: of those that went well the last of each hour, of those that failed each
create table platform.job_run (
    job text not null,
    slot timestamptz not null,   -- the hour, or when it began where it failed
    began timestamptz not null,
    ended timestamptz not null,
    node text not null,
    cause text,                  -- kind of exception; null where it went well
    reference text,              -- as in the log
    primary key (job, slot)
);
create index job_run_ended on platform.job_run (ended);

-- how large the database was, once a day
create table platform.database_size (
    day date primary key,
    bytes bigint not null
);
