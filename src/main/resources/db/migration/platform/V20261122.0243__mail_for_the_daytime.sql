-- mail that nobody waits for goes out by day only, and after all other
alter table platform.mail add column daytime boolean not null default false;
create index mail_by_turn on platform.mail (daytime, created) where sent is null;
