-- the text before the last change, so that it can be undone; null where there is nothing to undo
alter table survey.draft add column before text;
-- which edition of its slug, counted from 1: a wording that is published again becomes the newest
alter table survey.published add column edition integer not null default 1 check (edition > 0);
create unique index published_edition on survey.published (slug, edition);
