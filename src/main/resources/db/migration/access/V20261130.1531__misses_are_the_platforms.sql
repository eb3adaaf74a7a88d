-- what these held counted for an hour at most
drop table access.sign_in_failure;
drop table access.password_asked;
