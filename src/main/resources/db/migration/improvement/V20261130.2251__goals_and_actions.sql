-- what a unit wants to reach; at most three are alive (Goals holds the journey while it counts)
create table improvement.goal (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    area text not null check (length(area) between 1 and 40),
    sentence text not null check (length(sentence) between 1 and 240),
    occasion integer not null default 0 check (occasion in (0, 6, 12, 18)),
    made date not null,
    made_by uuid references access.account on delete set null,
    -- when the staff were told by mail
    told date,
    ended date,
    ended_by uuid references access.account on delete set null,
    end_reason text check (end_reason in ('reached', 'dropped', 'new-round')),
    end_note text not null default '' check (length(end_note) <= 200),
    check ((ended is null) = (end_reason is null))
);
create index goal_journey on improvement.goal (journey);
create index goal_made_by on improvement.goal (made_by) where made_by is not null;
create index goal_ended_by on improvement.goal (ended_by) where ended_by is not null;
create index goal_untold on improvement.goal (made) where told is null and ended is null;

-- the unit met, and chose none
create table improvement.no_goal (
    journey uuid not null references improvement.journey,
    occasion integer not null default 0 check (occasion in (0, 6, 12, 18)),
    made date not null,
    made_by uuid references access.account on delete set null,
    primary key (journey, occasion)
);
create index no_goal_made_by on improvement.no_goal (made_by) where made_by is not null;

create table improvement.action (
    id uuid primary key,
    goal uuid not null references improvement.goal,
    -- which statement of the instrument offered it; null for own words
    statement text check (length(statement) between 1 and 60),
    words text not null check (length(words) between 1 and 240),
    owner uuid references access.account on delete set null,
    everybody boolean not null default false,
    due date not null,
    sign text not null check (length(sign) between 1 and 240),
    seen text not null default 'not-yet' check (seen in ('not-yet', 'partly', 'yes')),
    made date not null,
    made_by uuid references access.account on delete set null,
    changed date not null,
    changed_by uuid references access.account on delete set null,
    looked date,
    dropped date,
    -- the due days the owner was reminded of
    before_told date,
    after_told date,
    revision integer not null default 0,
    check (not everybody or owner is null)
);
create index action_goal on improvement.action (goal);
create index action_owner on improvement.action (owner) where owner is not null;
create index action_made_by on improvement.action (made_by) where made_by is not null;
create index action_changed_by on improvement.action (changed_by) where changed_by is not null;
create index action_due on improvement.action (due) where dropped is null and seen <> 'yes';

-- what was tried, what was seen, what next; only grows
create table improvement.action_note (
    id uuid primary key,
    action uuid not null references improvement.action,
    day date not null,
    written_by uuid references access.account on delete set null,
    seen text not null default 'not-yet' check (seen in ('not-yet', 'partly', 'yes')),
    tried text not null default '' check (length(tried) <= 200),
    saw text not null default '' check (length(saw) <= 200),
    next text not null default '' check (length(next) <= 200),
    made timestamptz not null
);
create index action_note_action on improvement.action_note (action);
create index action_note_written_by on improvement.action_note (written_by) where written_by is not null;

-- at three months each is kept, changed or dropped
create table improvement.action_look (
    id uuid primary key,
    action uuid not null references improvement.action,
    day date not null,
    looked_by uuid references access.account on delete set null,
    decision text not null default 'kept' check (decision in ('kept', 'changed', 'dropped')),
    reason text not null default '-' check (length(reason) between 1 and 200),
    made timestamptz not null
);
create index action_look_action on improvement.action_look (action);
create index action_look_looked_by on improvement.action_look (looked_by) where looked_by is not null;
