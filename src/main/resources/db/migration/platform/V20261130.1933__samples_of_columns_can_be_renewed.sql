-- The database samples its columns to plan by, and so keeps names and addresses of people who are erased. This takes new samples of our
-- tables; as the owner of the tables, since the application's role may not. Of a table that has become empty the old ones stay: they are
-- cleared, which PostgreSQL can from version 18 on.
create function platform.renew_column_samples() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    it record;
begin
    for it in
        select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and pg_has_role(c.relowner, 'usage')
    loop
        execute format('analyze %s', it.name);
    end loop;
    if current_setting('server_version_num')::integer >= 180000 then
        for it in
            select s.schemaname, s.tablename, s.attname, s.inherited
            from pg_stats s join pg_namespace n on n.nspname = s.schemaname
                join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
            where c.reltuples = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and pg_has_role(c.relowner, 'usage')
        loop
            execute format('select pg_clear_attribute_stats(%L, %L, %L, %L)', it.schemaname, it.tablename, it.attname, it.inherited);
        end loop;
    end if;
end $$;
