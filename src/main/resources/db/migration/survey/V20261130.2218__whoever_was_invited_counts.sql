-- everybody who was ever invited counts, withdrawn or not: an answer may have come before its invitation was taken back, and to count the
-- answers of more than were invited would be untrue. Whether a withdrawn one was answered is not looked at
create or replace view survey.asked_now as
select r.id as round, r.settled, asked.place_kind, asked.place, asked.split_kind, asked.split, asked.invited
from survey.round r
    cross join lateral (
        select place.kind as place_kind, place.place, split.kind as split_kind, split.split, sum(ticket.invited)::integer as invited
        from (
                select t.unit, t.staff_group, count(*) as invited
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
        where split.split is not null
        group by place.kind, place.place, split.kind, split.split
    ) asked;

drop index survey.ticket_asked;
create index ticket_asked on survey.ticket (round, unit, staff_group) include (used, withdrawn);
