drop table survey.miss;
