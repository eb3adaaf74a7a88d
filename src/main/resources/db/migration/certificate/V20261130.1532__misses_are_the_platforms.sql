drop table certificate.miss;
