-- how a meeting ended, and how many in the room may vote where that was counted
alter table improvement.meeting
    add column ending text check (ending in ('chosen', 'kept', 'none', 'abandoned')),
    add column room integer check (room between 1 and 500);
-- those of before: the job ends what began six hours ago or earlier, and nobody else does so late
update improvement.meeting m set ending = case
        when m.without_goals then 'none'
        when exists (select from improvement.goal g where g.journey = m.journey and g.made between m.began::date and m.ended::date) then 'chosen'
        when m.ended - m.began >= interval '6 hours' then 'abandoned'
        else 'kept'
    end
where m.ended is not null;
alter table improvement.meeting
    add check ((ending is null) = (ended is null)),
    drop column without_goals;
