-- empty once the account is erased
alter table survey.round alter column made_by drop not null;
alter table survey.reminder alter column asked_by drop not null;
