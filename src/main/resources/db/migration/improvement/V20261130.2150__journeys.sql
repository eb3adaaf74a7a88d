create schema if not exists improvement;

-- a unit's eighteen months; a unit that stopped starts again as a new journey that names the old one
create table improvement.journey (
    id uuid primary key,
    unit ltree not null,
    stage text not null check (stage in ('interested', 'agreed', 'anchored', 'running', 'sustained', 'stopped', 'declined')),
    begun date not null,
    since date not null,
    coach uuid references access.account on delete set null,
    month_zero date,
    hold_from date,
    hold_until date,
    hold_reason text,
    shares boolean not null default false,
    before uuid references improvement.journey,
    revision integer not null default 0,
    check ((hold_from is null) = (hold_until is null) and (hold_from is null) = (hold_reason is null))
);
create index journey_unit on improvement.journey using gist (unit);
create index journey_coach on improvement.journey (coach) where coach is not null;

-- every move from stage to stage
create table improvement.journey_move (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    from_stage text,
    to_stage text not null,
    day date not null,
    by uuid references access.account on delete set null,
    reasons text[] not null default '{}',
    note text not null default '' check (length(note) <= 200),
    made timestamptz not null
);
create index journey_move_journey on improvement.journey_move (journey);
create index journey_move_by on improvement.journey_move (by) where by is not null;
