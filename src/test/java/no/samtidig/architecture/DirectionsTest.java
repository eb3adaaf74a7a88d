package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;

/** A module's SQL, foreign keys, views and triggers reach only what its package-info lets it use, as its code does. */
class DirectionsTest {
    private static final Path SOURCES = Path.of("src/main/java/no/samtidig");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Comments are skipped; the groups are what stands in a text block and in a string. */
    private static final Pattern LITERAL = Pattern.compile(
            "/\\*(?s:.*?)\\*/|//[^\\n]*|\"\"\"(?s:(.*?))\"\"\"|\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"|'(?:[^'\\\\]|\\\\[^\\n]{1,5})'");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])([a-z_]+)\\.([a-z_]+)\\b");

    /** How a table comes down to the module that it belongs to now. */
    private static final Pattern TAKEN_OVER =
            Pattern.compile("alter (?:table|view|sequence|function) [a-z_]+\\.[a-z_]+ set schema [a-z_]+;");

    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\\n]*");

    /** What holds another thing of the database: foreign keys, views and triggers. */
    private static final String HOLDS = """
            select 'foreign key ' || f.conname as what, f.conrelid as holder, f.confrelid as held from pg_constraint f where f.contype = 'f'
            union select 'view', r.ev_class, d.refobjid from pg_rewrite r
                join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
                where d.refobjid <> r.ev_class
            """;

    /** One thing reaches another: a module's file or a table, and a schema's table. */
    private record Reach(String what, String module, String schema, String name) {
        @Override
        public String toString() {
            return what + " of " + module + " reaches " + schema + "." + name;
        }
    }

    /** The modules with what each may use, itself too. */
    private static Map<String, Set<String>> directions() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .collect(Collectors.toMap(it -> it, DirectionsTest::mayUse));
        }
    }

    private static Set<String> mayUse(String module) {
        try {
            ApplicationModule declared =
                    Class.forName("no.samtidig." + module + ".package-info").getAnnotation(ApplicationModule.class);
            Set<String> found = new TreeSet<>(Set.of(module));
            Arrays.stream(declared.allowedDependencies())
                    .map(it -> it.replaceFirst(" *::.*", ""))
                    .forEach(found::add);
            return found;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<Reach> upwards(Collection<Reach> all) throws IOException {
        Map<String, Set<String>> directions = directions();
        return all.stream()
                .filter(it -> !directions.getOrDefault(it.module(), Set.of()).contains(it.schema()))
                .toList();
    }

    /** What a Java file's strings name of the tables there are. */
    private static List<Reach> inJava(String what, String module, String source, Set<String> tables) {
        return LITERAL.matcher(source)
                .results()
                .flatMap(it -> Stream.of(1, 2).map(it::group))
                .filter(java.util.Objects::nonNull)
                .flatMap(it -> inSql(what, module, it).stream())
                .filter(it -> tables.contains(it.schema() + "." + it.name()))
                .toList();
    }

    /** What SQL names in any module's schema. */
    private static List<Reach> inSql(String what, String module, String sql) {
        return NAME.matcher(sql)
                .results()
                .map((MatchResult it) -> new Reach(what, module, it.group(1), it.group(2)))
                .toList();
    }

    private static List<Reach> inMigration(String what, String module, String sql) throws IOException {
        Set<String> modules = directions().keySet();
        String text =
                TAKEN_OVER.matcher(SQL_COMMENT.matcher(sql).replaceAll("")).replaceAll("");
        return inSql(what, module, text).stream()
                .filter(it -> modules.contains(it.schema()))
                .toList();
    }

    private static List<Reach> inDatabase(JdbcClient database) {
        return database.sql("with holds as (" + HOLDS + """
                )
                select what || ' of ' || h.relname as what, hs.nspname as module, s.nspname as schema, t.relname as name
                from holds
                join pg_class h on h.oid = holder join pg_namespace hs on hs.oid = h.relnamespace
                join pg_class t on t.oid = held join pg_namespace s on s.oid = t.relnamespace
                where hs.nspname not in ('pg_catalog', 'information_schema', 'public')
                union
                select 'trigger ' || g.tgname, hs.nspname, s.nspname, p.proname
                from pg_trigger g
                join pg_class h on h.oid = g.tgrelid join pg_namespace hs on hs.oid = h.relnamespace
                join pg_proc p on p.oid = g.tgfoid join pg_namespace s on s.oid = p.pronamespace
                where not g.tgisinternal
                """)
                .query((row, _) -> new Reach(
                        row.getString("what"), row.getString("module"), row.getString("schema"), row.getString("name")))
                .list();
    }

    private static Set<String> tables(JdbcClient database) {
        return database.sql("""
                        select s.nspname || '.' || t.relname from pg_class t join pg_namespace s on s.oid = t.relnamespace
                        union select s.nspname || '.' || p.proname from pg_proc p join pg_namespace s on s.oid = p.pronamespace
                        """).query(String.class).set();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(ending)).toList();
        }
    }

    private static String module(Path folder, Path file) {
        return folder.relativize(file).getName(0).toString();
    }

    @Test
    void the_sql_of_a_module_names_only_what_the_module_may_use() throws IOException {
        Set<String> tables = tables(TestDatabase.client());
        List<Reach> found = new java.util.ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            found.addAll(inJava(file.getFileName().toString(), module(SOURCES, file), Files.readString(file), tables));
        }
        assertThat(found).hasSizeGreaterThan(200);
        assertThat(upwards(found)).isEmpty();
    }

    @Test
    void a_migration_names_only_what_its_module_may_use() throws IOException {
        List<Reach> found = new java.util.ArrayList<>();
        for (Path file : files(MIGRATIONS, ".sql")) {
            found.addAll(inMigration(file.getFileName().toString(), module(MIGRATIONS, file), Files.readString(file)));
        }
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(upwards(found)).isEmpty();
    }

    @Test
    void foreign_keys_views_and_triggers_hold_only_what_their_module_may_use() throws IOException {
        JdbcClient database = TestDatabase.client();
        List<Reach> found = inDatabase(database);
        assertThat(found.stream().map(Reach::module).distinct()).contains("access", "learning", "survey");
        assertThat(upwards(found)).isEmpty();
        assertThat(directions().keySet())
                .as("each schema is a module's")
                .containsAll(database.sql("""
                                select distinct s.nspname from pg_class t join pg_namespace s on s.oid = t.relnamespace
                                where s.nspname not like 'pg\\_%' and s.nspname not in ('information_schema', 'public')
                                """).query(String.class).list());
    }

    @Test
    void sql_that_reaches_upwards_is_caught_and_a_comment_is_none() throws IOException {
        Set<String> tables = Set.of("learning.answer", "access.account");
        String java =
                "/** See learning.answer. */ class X { // learning.answer\n String a = \"%s\"; String b = \"\"\"\n %s\n\"\"\"; }";
        assertThat(upwards(inJava(
                        "X", "access", java.formatted("learning.title", "select 1 from access.account"), tables)))
                .isEmpty();
        assertThat(upwards(inJava("X", "access", java.formatted("select 1 from learning.answer", ""), tables)))
                .hasToString("[X of access reaches learning.answer]");
        assertThat(upwards(inJava("X", "access", java.formatted("it's \\\" so", "join learning.answer a"), tables)))
                .hasSize(1);
        assertThat(upwards(inJava("X", "learning", java.formatted("", "join access.account a"), tables)))
                .isEmpty();
        assertThat(upwards(inMigration("V1", "access", "-- learning.answer\nalter table learning.gone add x int;")))
                .hasToString("[V1 of access reaches learning.gone]");
        assertThat(upwards(inMigration("V1", "access", "alter table learning.gone set schema access;")))
                .isEmpty();
    }

    @Test
    void a_foreign_key_a_view_and_a_trigger_upwards_are_caught() throws IOException {
        JdbcClient database = TestDatabase.client();
        database.sql("""
                create table learning.loot (id int primary key);
                create table access.burglar (loot int constraint burglary references learning.loot);
                create view organisation.window_pane as select id from learning.loot;
                create function learning.ring() returns trigger language plpgsql as 'begin return new; end';
                create trigger bell before insert on access.burglar for each row execute function learning.ring();
                """).update();
        assertThat(upwards(inDatabase(database)).stream().map(Reach::toString))
                .containsExactlyInAnyOrder(
                        "foreign key burglary of burglar of access reaches learning.loot",
                        "view of window_pane of organisation reaches learning.loot",
                        "trigger bell of access reaches learning.ring");
    }
}
