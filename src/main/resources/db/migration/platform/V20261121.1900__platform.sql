create extension if not exists ltree with schema public;

-- outgoing mail; the same key is written once
create table platform.mail (
    id uuid primary key,
    key text not null unique,
    recipient text not null,
    subject text not null,
    body text not null,
    created timestamptz not null,
    sent timestamptz,
    attempts integer not null default 0,
    next_attempt timestamptz not null
);
create index mail_waiting on platform.mail (next_attempt) where sent is null;

-- the table of the db-scheduler library, as its documentation gives it
create table platform.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on platform.scheduled_tasks (last_heartbeat);
