-- the order in which the options stood when the answer was given, by index in the question; empty for what has no options, and for
-- answers from before
alter table learning.answer add column shown integer[] not null default '{}';
