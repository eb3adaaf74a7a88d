-- a round can keep regions whole, too
alter table survey.round drop constraint round_first_check;
alter table survey.round add constraint round_first_check check (first in ('staff-group', 'unit', 'region'));

-- Groups in which five or more answered, of ten or more who were invited, and which are shown nothing of: their answers are told in larger
-- groups only. That there are answers may be told of them, and no number (ADR 0037). Kept when a round is settled
create table survey.group_held (
    round uuid not null references survey.round on delete cascade,
    place_kind text not null,
    place text not null,
    split_kind text not null,
    split text not null,
    primary key (round, place_kind, place, split_kind, split)
);

create view survey.held_now as
select asked.round, asked.place_kind, asked.place, asked.split_kind, asked.split
from (
        select r.id as round, place.kind as place_kind, place.place, split.kind as split_kind, split.split
        from survey.round r
            cross join lateral (
                select t.unit, t.staff_group, count(*) as invited, count(*) filter (where t.used) as answered
                from survey.ticket t where t.round = r.id group by t.unit, t.staff_group
            ) ticket
            join organisation.unit u on u.path = ticket.unit
            cross join lateral (
                select 'country' as kind, '' as place
                union all select 'owner', u.owner::text
                union all select 'unit', u.path::text
                union all select c.layer, c.region from organisation.region_county c
                    where c.county = u.county and daterange(c.valid_from, c.valid_to, '[)') @> r.opens
            ) place
            cross join lateral (values ('all', ''), ('level', u.level), ('staff-group', ticket.staff_group)) split (kind, split)
        where split.split is not null and (split.kind <> 'level' or place.kind not in ('unit', 'owner'))
        group by r.id, place.kind, place.place, split.kind, split.split
        having sum(ticket.invited) >= 10 and sum(ticket.answered) >= 5
    ) asked
where not exists (
    select from survey.group_count g
    where g.round = asked.round and g.place_kind = asked.place_kind and g.place = asked.place
      and g.split_kind = asked.split_kind and g.split = asked.split and g.n >= 5);

create view survey.report_held as
select h.round, h.place_kind, h.place, h.split_kind, h.split
from survey.group_held h join survey.round r on r.id = h.round
where r.settled is not null;

insert into survey.group_held (round, place_kind, place, split_kind, split)
select n.round, n.place_kind, n.place, n.split_kind, n.split
from survey.held_now n join survey.round r on r.id = n.round
where r.settled is not null;

-- units whose leader lets those who follow the whole country see the unit's results of a round
create table survey.shared_unit (
    round uuid not null references survey.round on delete cascade,
    unit ltree not null check (ltree2text(unit) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$'),
    since date not null,
    primary key (round, unit)
);

-- and whoever answers was told what will be seen: it stands from the opening on
create or replace function survey.refuse_other_promise() returns trigger language plpgsql as $$
begin
    if new.anonymous <> old.anonymous then
        raise exception 'whether a round is anonymous never changes';
    end if;
    if new.purpose <> old.purpose then
        raise exception 'what a round is for never changes';
    end if;
    if old.opened is not null and (new.body <> old.body or new.version <> old.version) then
        raise exception 'the questions of an opened round never change';
    end if;
    if old.opened is not null and new.first <> old.first then
        raise exception 'what must be seen whole never changes in an opened round';
    end if;
    return new;
end $$;
