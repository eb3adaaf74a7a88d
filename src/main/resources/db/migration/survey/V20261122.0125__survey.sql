create schema survey;

-- questionnaires made in the browser: one text being written, and the versions that were published
create table survey.draft (
    slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    body text not null,
    revision integer not null,
    changed timestamptz not null,
    changed_by uuid not null
);
create table survey.published (
    slug text not null,
    version text not null,
    body text not null,
    published timestamptz not null,
    published_by uuid not null,
    primary key (slug, version)
);

-- a round is pinned to the whole text of its questionnaire
create table survey.round (
    id uuid primary key,
    name text not null,
    questionnaire text not null,
    version text not null,
    body text not null,
    anonymous boolean not null,
    underway boolean not null,
    first text not null check (first in ('staff-group', 'unit')),
    places ltree[] not null default '{}',
    regions text[] not null default '{}',
    levels text[] not null default '{}',
    staff_groups text[] not null default '{}',
    opens date not null,
    closes date not null,
    made date not null,
    made_by uuid not null,
    opened timestamptz,
    closed timestamptz,
    settled timestamptz,
    check (closes >= opens),
    check (closed is null or opened is not null),
    check (settled is null or closed is not null)
);

create function survey.refuse_other_promise() returns trigger language plpgsql as $$
begin
    if new.anonymous <> old.anonymous then
        raise exception 'whether a round is anonymous never changes';
    end if;
    if old.opened is not null and (new.body <> old.body or new.version <> old.version) then
        raise exception 'the questions of an opened round never change';
    end if;
    return new;
end $$;
create trigger round_keeps_its_promise before update on survey.round
    for each row execute function survey.refuse_other_promise();

-- invitations: who, and whether it is used. Knows nothing of answers
create table survey.ticket (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    digest bytea not null unique,
    account uuid,
    address text,
    language text not null,
    unit ltree not null,
    staff_group text,
    made date not null,
    withdrawn boolean not null default false,
    used boolean not null default false,
    unique (round, account),
    unique (round, address)
);
create index ticket_account on survey.ticket (account);

-- answers that have come in: under seal until they can be let out together. The proof is a keyed digest of the ticket, so that one
-- ticket counts once, and nobody without the key can tell whose it is
create table survey.envelope (
    proof bytea primary key,
    round uuid not null references survey.round on delete cascade,
    sealed bytea
);
create index envelope_waiting on survey.envelope (round) where sealed is not null;

-- what of an answerer is kept beside the answers: only as much as at least five have in common. Null: left out to protect somebody
create table survey.cell (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    unit ltree,
    county char(2) references organisation.county,
    level text check (level in ('specialist', 'primary')),
    staff_group text,
    unique nulls not distinct (round, unit, county, level, staff_group)
);
create table survey.response (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    cell uuid not null references survey.cell on delete cascade,
    day date not null,
    answers jsonb not null
);
create index response_cell on survey.response (cell);

-- free texts wait under seal by themselves, apart from the rest of the answer they came in
create table survey.text_envelope (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    sealed bytea not null
);
create table survey.free_text (
    id uuid primary key,
    round uuid not null references survey.round on delete cascade,
    item text not null,
    words text not null
);
create index free_text_round on survey.free_text (round, item);

-- the answers of a round that is not anonymous, by name
create table survey.named_response (
    round uuid not null references survey.round on delete cascade,
    account uuid not null,
    day date not null,
    answers jsonb not null,
    primary key (round, account)
);
create function survey.refuse_names() returns trigger language plpgsql as $$
begin
    if (select anonymous from survey.round where id = new.round) then
        raise exception 'an anonymous round holds no names';
    end if;
    return new;
end $$;
create trigger named_only_where_told before insert on survey.named_response
    for each row execute function survey.refuse_names();

-- how many of a cell answered what. The value '' counts who answered the item at all
create table survey.tally (
    round uuid not null references survey.round on delete cascade,
    cell uuid not null references survey.cell on delete cascade,
    item text not null,
    value text not null,
    n integer not null check (n > 0),
    primary key (cell, item, value)
);
create index tally_round on survey.tally (round);

-- the same for what is published: a place (or the country), as a whole or split. Made anew from the tallies; never read but through the views
create table survey.group_count (
    round uuid not null references survey.round on delete cascade,
    place_kind text not null check (place_kind in ('country', 'health', 'korus', 'rvts', 'owner', 'unit')),
    place text not null,
    split_kind text not null check (split_kind in ('all', 'staff-group', 'level')),
    split text not null,
    n integer not null,
    primary key (round, place_kind, place, split_kind, split)
);
create table survey.group_tally (
    round uuid not null references survey.round on delete cascade,
    place_kind text not null,
    place text not null,
    split_kind text not null,
    split text not null,
    item text not null,
    value text not null,
    n integer not null,
    primary key (round, place_kind, place, split_kind, split, item, value)
);

-- what may be shown. Everything that leaves the module comes from these views, so no page, table or file can show more than another
create view survey.report_group as
select g.round, g.place_kind, g.place, g.split_kind, g.split, g.n
from survey.group_count g join survey.round r on r.id = g.round
where g.n >= 5 and (r.settled is not null or (r.underway and r.closed is null));

create view survey.report_answer as
select t.round, t.place_kind, t.place, t.split_kind, t.split, t.item, t.value, t.n
from survey.group_tally t
    join survey.report_group g using (round, place_kind, place, split_kind, split)
    join survey.group_tally answered using (round, place_kind, place, split_kind, split, item)
where answered.value = '' and answered.n >= 5;

-- free texts, from rounds in which at least five wrote something to the item
create view survey.report_text as
select t.round, t.item, t.words
from survey.free_text t join survey.round r on r.id = t.round
where r.settled is not null
  and (select count(*) from survey.free_text o where o.round = t.round and o.item = t.item) >= 5;
