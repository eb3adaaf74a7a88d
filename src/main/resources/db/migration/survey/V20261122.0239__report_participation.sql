-- How many were invited, and how many of them answered, by the same groups as survey.report_group. Regions are those of the day the round
-- opened. What was answered is told of no earlier than the answers themselves; fewer than five is null.
-- A group in which all but one to four answered is shown: who has not answered is known to the tickets anyway (they are reminded), and the
-- number tells nothing of what anybody answered. For the same reason these numbers need no secondary suppression.
create view survey.report_participation as
select asked.round, place.kind as place_kind, place.place, split.kind as split_kind, split.split,
    sum(asked.invited)::integer as invited,
    case when (r.settled is not null or (r.underway and r.closed is null)) and sum(asked.answered) >= 5
        then sum(asked.answered)::integer end as answered
from (
        select t.round, t.unit, t.staff_group, count(*) as invited, count(*) filter (where t.used) as answered
        from survey.ticket t where not t.withdrawn group by t.round, t.unit, t.staff_group
    ) asked
    join survey.round r on r.id = asked.round
    join organisation.unit u on u.path = asked.unit
    cross join lateral (
        select 'country' as kind, '' as place
        union all select 'owner', u.owner::text
        union all select 'unit', u.path::text
        union all select c.layer, c.region from organisation.region_county c
            where c.county = u.county and daterange(c.valid_from, c.valid_to, '[)') @> r.opens
    ) place
    cross join lateral (values ('all', ''), ('level', u.level), ('staff-group', asked.staff_group)) split (kind, split)
where split.split is not null
group by asked.round, r.id, place.kind, place.place, split.kind, split.split;

create index ticket_asked on survey.ticket (round, unit, staff_group) include (used) where not withdrawn;
