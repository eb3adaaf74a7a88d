create schema learning;

create table learning.enrolment (
    account uuid not null references access.account,
    module text not null,
    started timestamptz not null,
    primary key (account, module)
);

-- one row for each part of a step gone through, pinned to the wording it had then
create table learning.progress (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    part text not null,
    version text not null,
    done timestamptz not null,
    primary key (account, module, lesson, part)
);

-- a row is never removed by an edit of the lesson
create table learning.lesson_completion (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    version text not null,
    completed timestamptz not null,
    primary key (account, module, lesson)
);

-- every attempt is a row; the key makes the same attempt count once
create table learning.answer (
    account uuid not null references access.account,
    key uuid not null,
    module text not null,
    lesson text not null,
    block text not null,
    version text not null,
    choice integer[] not null,
    correct boolean,
    answered timestamptz not null,
    sequence bigint generated always as identity,
    primary key (account, key)
);
create index answer_latest on learning.answer (account, module, lesson, block, answered desc, sequence desc);

-- private notes
create table learning.note (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    block text not null,
    question text not null,
    text text not null,
    revision integer not null,
    updated timestamptz not null,
    primary key (account, module, lesson, block)
);

-- tasks for the next shift, and how they went; private
create table learning.attempt (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    block text not null,
    taken timestamptz not null,
    outcome text,
    note text not null default '',
    told timestamptz,
    primary key (account, module, lesson, block)
);

create table learning.team_exercise (
    account uuid not null references access.account,
    module text not null,
    lesson text not null,
    block text not null,
    held date not null,
    primary key (account, module, lesson, block)
);
