package no.samtidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database takes no path that the application cannot read, in whatever table a path is kept. */
class PathFormTest {
    private final JdbcClient sql = TestDatabase.client();

    @Test
    void a_path_of_another_form_is_refused() {
        for (String bad : List.of("no.med-strek", "no.Stor", "se.eier", "no.æ", "no.a.b.c.d.e.f.g")) {
            assertThat(UnitPath.read(bad)).isEmpty();
            assertThatThrownBy(() -> sql.sql("""
                            insert into organisation.owner (path, kind, name, fictional, valid_from)
                            select :path::ltree, kind, 'x', true, valid_from from (values ('municipality', date '2024-01-01')) it (kind, valid_from)
                            """).param("path", bad).update())
                    .as(bad)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("owner_path_form");
        }
    }

    @Test
    void every_column_with_a_path_has_such_a_rule() {
        assertThat(sql.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where udt_name = 'ltree' and t.table_type = 'BASE TABLE'
                          and not exists (
                            select from pg_constraint k
                            where k.conrelid = (table_schema || '.' || table_name)::regclass and k.contype in ('c', 'f')
                              and (select attnum from pg_attribute a where a.attrelid = k.conrelid and a.attname = column_name) = any(k.conkey))
                        """).query(String.class).list()).isEmpty();
    }
}
