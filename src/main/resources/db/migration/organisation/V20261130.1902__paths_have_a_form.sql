-- a path has the form that the application reads (UnitPath); ltree itself takes more, such as hyphens and capitals. What stands already
-- is not looked at: such a row is passed over
alter table organisation.owner add constraint owner_path_form check (ltree2text(path) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table organisation.unit add constraint unit_path_form check (ltree2text(path) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table organisation.place_before add constraint place_before_path_form check (ltree2text(path) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
