-- talks between a unit's leader and the regional contact: proposed from month zero, moved, held, cancelled; nothing is deleted
create table improvement.talk (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    day date not null,
    starts time not null default '13:00',
    state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
    cancelled_by text check (cancelled_by in ('leader', 'coach', 'both')),
    -- how often it was moved or cancelled: calendars go by it
    sequence integer not null default 0,
    action uuid references improvement.action,
    obstacle text check (obstacle in ('tid', 'visste-ikke', 'rutinen', 'uenighet', 'redd', 'leder-borte', 'ingen')),
    -- whether the step of the talk before was done
    step_done text check (step_done in ('yes', 'partly', 'no')),
    step text not null default '' check (length(step) <= 200),
    leader_agreed date,
    coach_agreed date,
    noted date,
    noted_by uuid references access.account on delete set null,
    revision integer not null default 0,
    check ((state = 'cancelled') = (cancelled_by is not null))
);
create index talk_journey on improvement.talk (journey, day);
create index talk_noted_by on improvement.talk (noted_by) where noted_by is not null;
create index talk_planned on improvement.talk (day) where state = 'planned';
