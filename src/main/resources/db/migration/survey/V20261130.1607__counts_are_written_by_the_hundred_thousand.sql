-- When a round is settled, counts are written by the hundred thousand, and a foreign key is looked up for each of them: half the time.
-- They are made in one transaction of cells of the round, and a round is only thrown away before it opens. What a key did then, one look
-- after the round is gone does.
alter table survey.tally
    drop constraint tally_round_fkey,
    drop constraint tally_cell_fkey,
    drop constraint tally_pkey,
    add primary key (round, cell, item, value);
drop index survey.tally_round;
alter table survey.group_tally drop constraint group_tally_round_fkey;
-- its cell has the round
alter table survey.response drop constraint response_round_fkey;

create function survey.forget_counts() returns trigger language plpgsql as $$
begin
    delete from survey.tally using gone where tally.round = gone.id;
    delete from survey.group_tally using gone where group_tally.round = gone.id;
    return null;
end $$;
create trigger round_takes_its_counts_along after delete on survey.round
    referencing old table as gone for each statement execute function survey.forget_counts();
