-- a unit that has agreed and waits to begin can be measured once, by the short form: something to compare others' change with. It is occasion -6
alter table improvement.gap_round drop constraint gap_round_occasion_check,
    add check (occasion in (-6, 0, 6, 12, 18, 24, 30));
alter table improvement.unit_measure drop constraint unit_measure_occasion_check,
    add check (occasion in (-6, 0, 6, 12, 18, 24, 30));

-- measures stand on the statements of the short form from now on, since only what both forms ask can be compared: what was measured by all
-- statements is measured again
delete from improvement.unit_measure;
