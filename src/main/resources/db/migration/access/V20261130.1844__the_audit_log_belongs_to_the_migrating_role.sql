-- read by platform.database.Grants: the application's role may read and add
comment on table access.audit is 'only grows';
-- sessions are not worth keeping, and nobody who opens a backup should find a key to one: all sign in again
comment on table access.session is 'left out of backups';
comment on table access.session_attributes is 'left out of backups';

-- lines older than five years are let go by this function, with the rights of the role that owns the log; the trigger looks at them too
create function access.forget_old_audit(before timestamptz) returns bigint language plpgsql security definer
    set search_path = pg_catalog, pg_temp as
$$ declare gone bigint;
begin
    delete from access.audit where at < least(before, now() - interval '5 years');
    get diagnostics gone = row_count;
    return gone;
end $$;
