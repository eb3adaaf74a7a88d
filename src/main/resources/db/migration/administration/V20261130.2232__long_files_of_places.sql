-- when somebody said that a long file is to be taken in: a job does it, and the page shows how far it has come
alter table administration.place_file add column begun timestamptz;
