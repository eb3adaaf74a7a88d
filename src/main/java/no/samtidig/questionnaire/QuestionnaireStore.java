package no.samtidig.questionnaire;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of drafts and of what was published in the browser. A published wording is read once. */
@Repository
class QuestionnaireStore {
    private static final String DRAFT =
            "select slug, body, revision, changed, before is not null as undoable from questionnaire.draft";
    private static final String PUBLISHED =
            "select slug, version, edition, body, published from questionnaire.published";

    private final JdbcClient sql;
    private final Map<String, Questionnaire> read = new ConcurrentHashMap<>();

    QuestionnaireStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static final RowMapper<Draft> A_DRAFT = (row, _) -> new Draft(
            QuestionnaireText.read(
                    row.getString("slug"), Path.of("utkast", row.getString("slug")), row.getString("body")),
            row.getInt("revision"),
            row.getObject("changed", OffsetDateTime.class),
            row.getBoolean("undoable"));

    List<Draft> drafts() {
        return sql.sql(DRAFT + " order by changed desc, slug").query(A_DRAFT).list();
    }

    Optional<Draft> draft(String slug) {
        return sql.sql(DRAFT + " where slug = :slug")
                .param("slug", slug)
                .query(A_DRAFT)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Draft> locked(String slug) {
        return sql.sql(DRAFT + " where slug = :slug for update")
                .param("slug", slug)
                .query(A_DRAFT)
                .optional();
    }

    boolean add(String slug, String body, UUID by, OffsetDateTime now) {
        return sql.sql("""
                insert into questionnaire.draft (slug, body, revision, changed, changed_by) values (:slug, :body, 1, :now, :by)
                on conflict do nothing
                """)
                        .param("slug", slug)
                        .param("body", body)
                        .param("now", now)
                        .param("by", by)
                        .update()
                == 1;
    }

    void change(String slug, String body, UUID by, OffsetDateTime now) {
        sql.sql("""
                update questionnaire.draft set before = body, body = :body, revision = revision + 1, changed = :now, changed_by = :by
                where slug = :slug
                """)
                .param("slug", slug)
                .param("body", body)
                .param("now", now)
                .param("by", by)
                .update();
    }

    void undo(String slug, UUID by, OffsetDateTime now) {
        sql.sql("""
                update questionnaire.draft set body = before, before = null, revision = revision + 1, changed = :now, changed_by = :by
                where slug = :slug and before is not null
                """).param("slug", slug).param("now", now).param("by", by).update();
    }

    boolean remove(String slug) {
        return sql.sql("delete from questionnaire.draft where slug = :slug")
                        .param("slug", slug)
                        .update()
                == 1;
    }

    /** Makes the wording the newest of its slug; one that was published before comes back as it was. */
    void publish(String slug, String version, String body, UUID by, OffsetDateTime now) {
        sql.sql("""
                insert into questionnaire.published (slug, version, body, published, published_by, edition)
                select :slug, :version, :body, :now, :by, coalesce(max(edition), 0) + 1 from questionnaire.published where slug = :slug
                on conflict (slug, version) do update
                set published = excluded.published, published_by = excluded.published_by, edition = excluded.edition
                """)
                .param("slug", slug)
                .param("version", version)
                .param("body", body)
                .param("by", by)
                .param("now", now)
                .update();
    }

    private final RowMapper<Edition> anEdition = (row, _) -> new Edition(
            questionnaire(row.getString("slug"), row.getString("version"), row.getString("body")),
            row.getString("version"),
            row.getInt("edition"),
            Optional.of(row.getObject("published", OffsetDateTime.class)));

    /** The newest of each slug. */
    List<Edition> newest() {
        return sql.sql("select distinct on (slug) * from (" + PUBLISHED + ") it order by slug, edition desc")
                .query(anEdition)
                .list();
    }

    Optional<Edition> newest(String slug) {
        return sql.sql(PUBLISHED + " where slug = :slug order by edition desc limit 1")
                .param("slug", slug)
                .query(anEdition)
                .optional();
    }

    private Questionnaire questionnaire(String slug, String version, String body) {
        return read.computeIfAbsent(
                slug + " " + version, _ -> QuestionnaireText.read(slug, Path.of("publisert", slug), body));
    }
}
