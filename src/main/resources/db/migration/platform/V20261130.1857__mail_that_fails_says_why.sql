-- why a mail did not leave: a code of ours, and what the server said, without addresses
alter table platform.mail
    add column failure text not null default '',
    add column answer text not null default '',
    add column given_up timestamptz;  -- tried often enough, or refused for good
create index mail_given_up on platform.mail (given_up) where given_up is not null;
create index mail_to on platform.mail (recipient, sent);
