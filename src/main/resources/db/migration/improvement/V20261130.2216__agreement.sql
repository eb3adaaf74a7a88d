-- what a unit and its region agree on: a version never changes, and keeps the words of its clauses
create table improvement.agreement_version (
    journey uuid not null references improvement.journey,
    number integer not null check (number > 0),
    goal text[] not null default '{"","","","","",""}' check (array_length(goal, 1) = 6 and length(array_to_string(goal, '')) <= 720),
    staff integer not null check (staff between 1 and 999),
    more text not null default '' check (length(more) <= 1000),
    clauses jsonb not null,
    made date not null,
    made_by uuid references access.account on delete set null,
    primary key (journey, number)
);
create index agreement_version_made_by on improvement.agreement_version (made_by) where made_by is not null;

-- the unit's team, by place; a place nobody is found for has no row
create table improvement.agreement_seat (
    journey uuid not null,
    number integer not null,
    seat text not null,
    name text not null check (length(name) between 1 and 80),
    primary key (journey, number, seat),
    foreign key (journey, number) references improvement.agreement_version
);

-- a yes is to one version; taken back, it stays
create table improvement.agreement_yes (
    id uuid primary key,
    journey uuid not null,
    number integer not null,
    side text not null check (side in ('leader', 'region')),
    account uuid references access.account on delete set null,
    day date not null,
    withdrawn date,
    made timestamptz not null,
    foreign key (journey, number) references improvement.agreement_version
);
create unique index agreement_yes_once on improvement.agreement_yes (journey, number, side) where withdrawn is null;
create index agreement_yes_account on improvement.agreement_yes (account) where account is not null;

-- the ten points before a unit is anchored
create table improvement.agreement_tick (
    journey uuid not null references improvement.journey,
    point text not null,
    account uuid references access.account on delete set null,
    day date not null,
    primary key (journey, point)
);
create index agreement_tick_account on improvement.agreement_tick (account) where account is not null;

-- a new leader reads the agreement and answers within four weeks; meanwhile the journey is on hold
create table improvement.leader_change (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    day date not null,
    due date not null,
    made_by uuid references access.account on delete set null,
    answer text check (answer in ('yes', 'changes', 'no')),
    answered date,
    account uuid references access.account on delete set null,
    check ((answer is null) = (answered is null))
);
create unique index leader_change_open on improvement.leader_change (journey) where answer is null;
create index leader_change_made_by on improvement.leader_change (made_by) where made_by is not null;
create index leader_change_account on improvement.leader_change (account) where account is not null;

-- what staff are told when a journey stops, and whether a last talk was offered and the region may ask again
create table improvement.farewell (
    journey uuid primary key references improvement.journey,
    told text not null check (length(told) between 1 and 500),
    talk text not null check (talk in ('offered', 'held', 'declined')),
    ask_again boolean not null
);
