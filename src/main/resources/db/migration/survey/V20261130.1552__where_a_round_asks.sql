-- where a round asks, by the codes of places: no, rvts/rvts_midt, no.<owner>, no.<owner>.<unit>. Which units these are is the
-- organisation's to say, day by day (ADR 0025)
create table survey.round_place (
    round uuid not null references survey.round on delete cascade,
    place text not null,
    primary key (round, place)
);
insert into survey.round_place (round, place)
select id, place from survey.round cross join lateral unnest(places::text[] || regions) as it (place) on conflict do nothing;
alter table survey.round drop column places, drop column regions;

alter table survey.round add column state text not null generated always as (
    case when settled is not null then 'settled' when closed is not null then 'closed' when opened is not null then 'open' else 'draft' end
) stored;

-- for lists: how many have answered, and which rounds have something to show for a place
create index envelope_round on survey.envelope (round);
create index group_count_shown on survey.group_count (place_kind, place, round) where split_kind = 'all' and n >= 5;
