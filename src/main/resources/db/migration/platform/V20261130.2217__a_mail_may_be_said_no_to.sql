-- where one says no to more such mail, for mail that is not required (RFC 8058); gone once the mail has left, as its secret is
alter table platform.mail add column unsubscribe text not null default '' check (length(unsubscribe) <= 300);
