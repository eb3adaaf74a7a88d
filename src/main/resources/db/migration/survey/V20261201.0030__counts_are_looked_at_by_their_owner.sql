-- The planner must know how many rows a round has just got, or adding up ten thousand answers takes minutes. The application's role may not
-- analyze tables (it is passed over with a warning), so the owner does
create function survey.look_at_counts() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute 'analyze survey.cell, survey.response, survey.tally';
end $$;
