-- which round of surveys is which GAP round of a journey
create table improvement.gap_round (
    round uuid primary key,
    journey uuid not null references improvement.journey,
    occasion integer not null check (occasion in (0, 6, 12, 18, 24, 30)),
    form text not null check (form in ('full', 'kort')),
    residential boolean not null,
    unique (journey, occasion)
);

-- a leader's own answers: by name, kept apart from the staff's, and seen by others only once the leader says so
create table improvement.gap_leader (
    round uuid not null references improvement.gap_round on delete cascade,
    leader uuid references access.account on delete set null,
    answers jsonb not null,
    shown boolean not null default false,
    day date not null,
    revision integer not null default 1,
    unique (round, leader)
);
create index gap_leader_leader on improvement.gap_leader (leader) where leader is not null;

-- the user council's answers: one to each item, given together
create table improvement.gap_council (
    round uuid primary key references improvement.gap_round on delete cascade,
    answers jsonb not null,
    by_leader boolean not null,
    written_by uuid references access.account on delete set null,
    day date not null,
    revision integer not null default 1
);
create index gap_council_written_by on improvement.gap_council (written_by) where written_by is not null;
