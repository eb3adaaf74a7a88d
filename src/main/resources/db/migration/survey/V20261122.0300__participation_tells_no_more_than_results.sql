-- How many were invited, and how many answers are told of, by the same groups as survey.report_group. Regions are those of the day the
-- round opened. The second number is that of the answers shown: how many really answered in a place would, beside the results, tell which
-- of the answers without a place are from where.
create or replace view survey.report_participation as
select asked.round, place.kind as place_kind, place.place, split.kind as split_kind, split.split,
    sum(asked.invited)::integer as invited, g.n as answered
from (
        select t.round, t.unit, t.staff_group, count(*) as invited
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
    left join survey.report_group g on g.round = asked.round and g.place_kind = place.kind and g.place = place.place
        and g.split_kind = split.kind and g.split = split.split
where split.split is not null
group by asked.round, r.id, place.kind, place.place, split.kind, split.split, g.n;
