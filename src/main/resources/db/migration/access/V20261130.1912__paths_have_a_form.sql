-- see organisation
alter table access.role_grant add constraint role_grant_path_form check (ltree2text(path) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table access.invitation add constraint invitation_path_form check (ltree2text(path) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
