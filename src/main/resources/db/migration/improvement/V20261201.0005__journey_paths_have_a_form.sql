-- a path has the form that the application reads (UnitPath)
alter table improvement.journey add constraint journey_unit_form check (ltree2text(unit) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
