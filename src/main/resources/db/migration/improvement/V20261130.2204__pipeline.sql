-- what the region writes about a unit's journey: the next step, and the day of it
create table improvement.pipeline_card (
    journey uuid primary key references improvement.journey,
    next_step text not null default '' check (length(next_step) <= 200),
    next_day date,
    touched date not null,
    revision integer not null default 0,
    check ((next_step = '') = (next_day is null))
);

-- somebody at the unit who is not in the system, as typed; kept only as long as the journey
create table improvement.pipeline_contact (
    journey uuid primary key references improvement.journey,
    name text not null default '' check (length(name) <= 80),
    address text not null default '' check (length(address) <= 254),
    phone text not null default '' check (length(phone) <= 40),
    check (name <> '' or address <> '' or phone <> '')
);

create function improvement.forget_contact() returns trigger language plpgsql as $$
begin
    delete from improvement.pipeline_contact where journey = new.id;
    return null;
end $$;
create trigger journey_ended after update of stage on improvement.journey
    for each row when (new.stage in ('stopped', 'declined')) execute function improvement.forget_contact();

create table improvement.pipeline_note (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    by uuid references access.account on delete set null,
    made timestamptz not null,
    text text not null check (length(text) between 1 and 500)
);
create index pipeline_note_journey on improvement.pipeline_note (journey);
create index pipeline_note_by on improvement.pipeline_note (by) where by is not null;

-- units that somebody put into the pipeline together, or a list of contacts that waits to be taken in; kept a day
create table improvement.pipeline_batch (
    id uuid primary key,
    account uuid references access.account on delete set null,
    made timestamptz not null,
    content text not null default '',
    begun uuid[] not null default '{}',
    passed text[] not null default '{}',
    contacts integer not null default 0,
    taken boolean not null default false
);
create index pipeline_batch_account on improvement.pipeline_batch (account) where account is not null;
