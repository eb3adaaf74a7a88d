-- tries at what nobody may try often, such as guesses at a password or a code. What was tried, and from where, is a keyed digest;
-- a row counts until its time, and goes within a quarter of an hour after it
create table platform.miss (
    kind text not null,
    target bytea not null,
    until timestamptz not null
);
create index miss_target on platform.miss (kind, target, until);
create index miss_until on platform.miss (until);
-- jobs that each removed the misses of one module
delete from platform.scheduled_tasks
where task_name in ('forget-sign-in-failures', 'forget-certificate-misses', 'forget-survey-misses');
