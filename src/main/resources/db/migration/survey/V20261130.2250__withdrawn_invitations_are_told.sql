-- how many invitations of a round were taken back; not which, and not whether they were answered before
create view survey.report_withdrawn as
select round, count(*)::integer as withdrawn from survey.ticket where withdrawn group by round;
