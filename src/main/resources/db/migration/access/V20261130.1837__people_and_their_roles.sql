-- who gave a role and who ended it; null for the system, and for what was given before
alter table access.role_grant
    add column given_by uuid references access.account,
    add column ended_by uuid references access.account;
create index role_grant_role on access.role_grant (role) where ended is null;
create index role_grant_path on access.role_grant using gist (path gist_ltree_ops (siglen = 100));

-- people by name, and by any part of name and address
create extension if not exists pg_trgm with schema public;
create index account_name on access.account (name, id) where erased is null and closed is null;
create index account_seen on access.account (seen, id);
create index account_words on access.account using gin ((lower(name) || ' ' || email) public.gin_trgm_ops);
create index invitation_account on access.invitation (email) where accepted is null and withdrawn is null;

-- somebody has lost the device of the second step: one administrator asks, another confirms
create table access.second_step_reset (
    id uuid primary key,
    account uuid not null references access.account,
    asked_by uuid not null references access.account,
    asked timestamptz not null,
    expires timestamptz not null,
    confirmed_by uuid references access.account,
    confirmed timestamptz,
    withdrawn timestamptz,
    check (asked_by <> account),
    check (confirmed_by not in (asked_by, account)),
    check ((confirmed_by is null) = (confirmed is null)),
    check (confirmed is null or withdrawn is null)
);
-- one at a time for a person
create unique index second_step_reset_open on access.second_step_reset (account) where confirmed is null and withdrawn is null;
