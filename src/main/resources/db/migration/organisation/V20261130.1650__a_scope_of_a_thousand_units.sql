-- a region's scope is an array of its units' paths: with longer signatures the index finds each in one look
drop index organisation.unit_path;
create index unit_path on organisation.unit using gist (path gist_ltree_ops (siglen = 100));
