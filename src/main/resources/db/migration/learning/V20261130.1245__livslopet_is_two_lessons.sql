-- "Gjennom livsløpet" became two lessons: the steps on the young, adults and the old stand at the same addresses in a lesson of their
-- own. What learners have done in them goes along.
create function pg_temp.moved(part text) returns boolean language sql immutable as $$
    select part in ('ung', 'svaret-til-sunniva', 'pastand-cannabis', 'voksen-og-gammel', 'han-ler-det-bort', 'for-du-gar-fra-arvid')
$$;

update learning.progress set lesson = 'livslopet-ung-og-eldre'
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet' and pg_temp.moved(part);
update learning.answer set lesson = 'livslopet-ung-og-eldre'
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet' and pg_temp.moved(block);
update learning.note set lesson = 'livslopet-ung-og-eldre'
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet' and pg_temp.moved(block);
update learning.repetition set lesson = 'livslopet-ung-og-eldre'
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet' and pg_temp.moved(block);
update learning.review set lesson = 'livslopet-ung-og-eldre'
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet' and pg_temp.moved(block);

-- whoever had completed the whole has completed both halves; the pages tell which steps are new
insert into learning.lesson_completion (account, module, lesson, version, completed)
    select account, module, 'livslopet-ung-og-eldre', version, completed from learning.lesson_completion
    where module = 'grunnmodul' and lesson = 'gjennom-livslopet';
