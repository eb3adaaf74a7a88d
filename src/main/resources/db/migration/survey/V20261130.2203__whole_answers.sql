-- whole answers of a settled anonymous round that another module made for one unit (ADR 0036): never of a general round, and never where
-- fewer than five of the unit answered
create view survey.report_whole as
select r.id as round, r.purpose, c.unit, c.staff_group, p.answers
from survey.response p
    join survey.cell c on c.id = p.cell
    join survey.round r on r.id = p.round
where r.settled is not null and r.anonymous and r.purpose <> 'general' and c.unit is not null
  and (select count(*) from survey.response o join survey.cell of_it on of_it.id = o.cell
       where o.round = r.id and of_it.unit = c.unit) >= 5;
