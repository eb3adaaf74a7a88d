package no.samtidig.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.UUID;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class QuestionnaireStoreTest {
    private static final String KAFFE = """
            title: {nb: Kaffe, nn: Kaffi}
            introduction: {nb: Kort., nn: Kort.}
            minutes: 2
            items:
              - {kind: short-text, code: navn, text: {nb: Navnet ditt, nn: Namnet ditt}}
            """;
    private static final String TE = KAFFE.replace("nb: Kaffe, nn: Kaffi", "nb: Te, nn: Te");

    @Test
    void drafts_and_editions_come_along_when_their_tables_move() {
        String address = TestDatabase.asOf("20261130.1245");
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
        sql.sql("""
                insert into survey.draft (slug, body, revision, changed, changed_by, before)
                values ('kaffe', :body, 7, now(), :who, :before)
                """)
                .param("body", TE)
                .param("before", KAFFE)
                .param("who", UUID.randomUUID())
                .update();
        sql.sql("""
                insert into survey.published (slug, version, body, published, published_by, edition)
                values ('kaffe', 'v1', :one, now(), :who, 1), ('kaffe', 'v2', :two, now(), :who, 2)
                """)
                .param("one", KAFFE)
                .param("two", TE)
                .param("who", UUID.randomUUID())
                .update();

        TestDatabase.migrate(address, "latest");

        QuestionnaireStore store = new QuestionnaireStore(sql);
        Draft draft = store.draft("kaffe").orElseThrow();
        assertThat(draft.revision()).isEqualTo(7);
        assertThat(draft.undoable()).isTrue();
        store.undo("kaffe", UUID.randomUUID(), OffsetDateTime.parse("2026-11-30T12:00:00Z"));
        assertThat(QuestionnaireText.write(store.draft("kaffe").orElseThrow().questionnaire()))
                .contains("Kaffi");
        assertThat(store.newest("kaffe").orElseThrow().number()).isEqualTo(2);
        assertThat(store.newest("kaffe").orElseThrow().version()).isEqualTo("v2");
        assertThat(store.newest()).hasSize(1);
        // the keys came along too
        assertThat(store.add("kaffe", TE, UUID.randomUUID(), OffsetDateTime.parse("2026-11-30T12:00:00Z")))
                .isFalse();
        assertThat(sql.sql("select count(*) from information_schema.tables where table_schema = 'survey'"
                                + " and table_name in ('draft', 'published')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
