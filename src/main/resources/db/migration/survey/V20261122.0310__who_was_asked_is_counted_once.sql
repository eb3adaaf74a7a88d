-- who was asked, by the same groups as survey.report_group; regions are those of the day the round opened
create view survey.asked_now as
select r.id as round, r.settled, asked.place_kind, asked.place, asked.split_kind, asked.split, asked.invited
from survey.round r
    cross join lateral (
        select place.kind as place_kind, place.place, split.kind as split_kind, split.split, sum(ticket.invited)::integer as invited
        from (
                select t.unit, t.staff_group, count(*) as invited
                from survey.ticket t where t.round = r.id and not t.withdrawn group by t.unit, t.staff_group
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
        where split.split is not null
        group by place.kind, place.place, split.kind, split.split
    ) asked;

-- the same as it was when the round was settled: counting a hundred thousand invitations for each look would be slow
create table survey.group_asked (
    round uuid not null references survey.round on delete cascade,
    place_kind text not null,
    place text not null,
    split_kind text not null,
    split text not null,
    invited integer not null,
    primary key (round, place_kind, place, split_kind, split)
);

-- How many were invited, and how many answers are told of. The second number is that of the answers shown: how many really answered in a
-- place would, beside the results, tell which of the answers without a place are from where.
create view survey.report_participation as
select asked.round, asked.place_kind, asked.place, asked.split_kind, asked.split, asked.invited, g.n as answered
from (
        select round, place_kind, place, split_kind, split, invited from survey.group_asked
        union all
        select round, place_kind, place, split_kind, split, invited from survey.asked_now where settled is null
    ) asked
    left join survey.report_group g using (round, place_kind, place, split_kind, split);

create index ticket_asked on survey.ticket (round, unit, staff_group) include (used) where not withdrawn;
