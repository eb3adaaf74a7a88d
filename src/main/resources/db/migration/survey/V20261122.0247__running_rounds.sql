-- somebody said go: the round opens on its day. issued: when everybody in the target had an invitation made
alter table survey.round
    add column ready timestamptz,
    add column issued timestamptz;

-- what was sent for a ticket, by day. A sheet is what was printed together
alter table survey.ticket
    add column invited date,
    add column reminded smallint not null default 0,
    add column mailed date,
    add column no_reminders boolean not null default false,
    add column sheet uuid;
create index ticket_to_invite on survey.ticket (round) where address is not null and invited is null and not withdrawn;
create index ticket_sheet on survey.ticket (sheet) where sheet is not null;

create table survey.reminder (
    round uuid not null references survey.round on delete cascade,
    step smallint not null check (step in (1, 2)),
    asked date not null,
    asked_by uuid not null,
    done boolean not null default false,
    primary key (round, step)
);

-- a list of addresses that somebody looks at before anything is made of it
create table survey.import_stage (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    account uuid not null,
    made timestamptz not null,
    content text not null
);
