-- where a learner stands with a question: the memory state of FSRS, and the day it comes back. No row until the first repetition:
-- what was answered in a lesson stands in learning.answer
create table learning.repetition (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    block text not null,
    version text not null,
    stability double precision not null,
    difficulty double precision not null,
    reviewed date not null,
    due date not null,
    reviews integer not null,
    lapses integer not null,
    primary key (account, module, lesson, block)
);

-- one row for each repetition. The key makes the same form count once; the day makes two tabs count once. No time of day is kept
create table learning.review (
    account uuid not null references access.account,
    key uuid not null,
    module text not null,
    lesson text not null,
    block text not null,
    version text not null,
    choice integer[] not null,
    correct boolean not null,
    sure boolean not null,
    day date not null,
    primary key (account, key),
    unique (account, module, lesson, block, day)
);
create index review_day on learning.review (account, day);

-- a row stands for somebody who wants no repetition
create table learning.repetition_off (
    account uuid primary key references access.account,
    since timestamptz not null
);
