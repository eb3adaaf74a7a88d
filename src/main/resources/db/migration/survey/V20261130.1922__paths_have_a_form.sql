-- see organisation; a place is a path or a region of a layer
alter table survey.ticket add constraint ticket_unit_form check (ltree2text(unit) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table survey.cell add constraint cell_unit_form check (ltree2text(unit) ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table survey.round_place add constraint round_place_form check (place ~ '^(no(\.[a-z0-9_]{1,60}){0,6}|[a-z]+/.+)$') not valid;
alter table survey.group_count add constraint group_count_place_form
    check (place_kind not in ('owner', 'unit') or place ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
alter table survey.group_asked add constraint group_asked_place_form
    check (place_kind not in ('owner', 'unit') or place ~ '^no(\.[a-z0-9_]{1,60}){0,6}$') not valid;
