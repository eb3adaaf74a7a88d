-- what only the recipient may read (a one-time link): sealed, apart from the text, and gone once the mail has left
alter table platform.mail add column secret bytea;
