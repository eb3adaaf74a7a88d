-- where a form that made something led, so that it makes one thing however often it is sent. It says nothing of who sent it,
-- and goes within an hour after its time
create table platform.form_key (
    key uuid primary key,
    path text not null check (length(path) <= 500),
    until timestamptz not null
);
create index form_key_until on platform.form_key (until);
