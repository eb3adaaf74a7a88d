-- drafts and published questionnaires are the module's below survey; rows, keys and indexes come along
create schema questionnaire;
alter table survey.draft set schema questionnaire;
alter table survey.published set schema questionnaire;
