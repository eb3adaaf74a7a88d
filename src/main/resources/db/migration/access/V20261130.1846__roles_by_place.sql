-- who leads a unit, and what is at work there, is asked by its path
create index role_grant_path on access.role_grant (path);
