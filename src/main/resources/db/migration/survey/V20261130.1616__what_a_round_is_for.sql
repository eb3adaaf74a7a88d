-- what a round is for: the general ones stand among the surveys, the others belong to the module that made them
alter table survey.round add column purpose text not null default 'general' check (purpose ~ '^[a-z][a-z0-9-]{0,39}$');
create index round_purpose on survey.round (purpose);

create or replace function survey.refuse_other_promise() returns trigger language plpgsql as $$
begin
    if new.anonymous <> old.anonymous then
        raise exception 'whether a round is anonymous never changes';
    end if;
    if new.purpose <> old.purpose then
        raise exception 'what a round is for never changes';
    end if;
    if old.opened is not null and (new.body <> old.body or new.version <> old.version) then
        raise exception 'the questions of an opened round never change';
    end if;
    return new;
end $$;
