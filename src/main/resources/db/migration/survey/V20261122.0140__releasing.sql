-- whether the ticket of an answer under seal is marked as used already
alter table survey.envelope add column counted boolean not null default false;
create index envelope_uncounted on survey.envelope (round) where sealed is not null and not counted;

-- where too few of a cell answered an item, its answers are told with a coarser cell; null: not told at all
create table survey.item_cell (
    round uuid not null references survey.round on delete cascade,
    item text not null,
    cell uuid not null references survey.cell on delete cascade,
    target uuid references survey.cell on delete cascade,
    primary key (cell, item)
);

create or replace view survey.report_group as
select g.round, g.place_kind, g.place, g.split_kind, g.split, g.n
from survey.group_count g join survey.round r on r.id = g.round
where g.n >= 5 and (r.settled is not null or r.underway);
