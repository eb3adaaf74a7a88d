-- a results meeting; the code is there only while it is open
create table improvement.meeting (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    month integer not null check (month in (0, 6, 12, 18, 24, 30)),
    minutes integer not null check (minutes in (30, 60)),
    code text unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
    vote text not null default 'waiting' check (vote in ('waiting', 'open', 'closed')),
    -- how many voted, from five on
    voters integer check (voters >= 5),
    began timestamptz not null,
    began_by uuid references access.account on delete set null,
    ended timestamptz,
    -- one area the leader cannot give time to, and why
    declined text,
    reason text not null default '' check (length(reason) <= 200),
    without_goals boolean not null default false,
    check ((code is null) = (ended is not null)),
    check ((declined is null) = (reason = ''))
);
create unique index meeting_open on improvement.meeting (journey) where ended is null;
create index meeting_journey on improvement.meeting (journey);
create index meeting_began_by on improvement.meeting (began_by) where began_by is not null;

-- phones that follow an open meeting: nobody knows whose. The rows are deleted when the vote is closed, and with the meeting
create table improvement.meeting_phone (
    meeting uuid not null references improvement.meeting,
    phone bytea not null,
    voted boolean not null default false,
    primary key (meeting, phone)
);
create table improvement.meeting_vote (
    meeting uuid not null,
    phone bytea not null,
    area text not null,
    primary key (meeting, phone, area),
    foreign key (meeting, phone) references improvement.meeting_phone on delete cascade
);

-- what became of the votes: never that nobody, one, all or all but one voted so
create table improvement.meeting_area (
    meeting uuid not null references improvement.meeting,
    area text not null,
    votes integer not null check (votes >= 1),
    given boolean not null default false,
    primary key (meeting, area)
);
