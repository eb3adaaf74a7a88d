-- empty once the account is erased
alter table questionnaire.draft alter column changed_by drop not null;
alter table questionnaire.published alter column published_by drop not null;
