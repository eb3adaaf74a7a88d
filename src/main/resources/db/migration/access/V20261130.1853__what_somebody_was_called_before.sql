-- Earlier names and addresses of an account: others may have written them down (mails, lists), so they are looked for when it is erased.
-- Written by the database, so that no way of changing a name can forget it.
create table access.former_identity (
    account uuid not null references access.account,
    name text not null,
    email text not null,
    until timestamptz not null
);
create index former_identity_account on access.former_identity (account);

create function access.remember_former_identity() returns trigger language plpgsql as $$
begin
    insert into access.former_identity (account, name, email, until) values (old.id, old.name, old.email, now());
    return null;
end $$;
create trigger account_was_called_something_else after update on access.account
    for each row when (new.erased is null and (new.name <> old.name or new.email <> old.email))
    execute function access.remember_former_identity();
