package no.samtidig.survey;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questionnaires of rounds. Each wording is fetched and read once, however many rounds ask in it; there are few. */
@Component
class Wordings {
    private final JdbcClient sql;
    private final Map<Wording, Questionnaire> read = new ConcurrentHashMap<>();

    Wordings(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A text that rounds are pinned to.
     *
     * @param slug of the questionnaire
     * @param version follows from the text, so that two texts never have the same
     */
    record Wording(String slug, String version) {}

    static Wording wording(ResultSet row) throws SQLException {
        return new Wording(row.getString("questionnaire"), row.getString("version"));
    }

    Questionnaire of(Wording wording) {
        return Objects.requireNonNull(of(Set.of(wording)).get(wording));
    }

    /** Those of the wordings that rounds have, with one statement for all that were not read before. */
    Map<Wording, Questionnaire> of(Collection<Wording> wanted) {
        Set<Wording> fresh = wanted.stream().filter(it -> !read.containsKey(it)).collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            sql.sql("""
                    select distinct on (questionnaire, version) questionnaire, version, body from survey.round
                    where (questionnaire, version) in (select * from unnest(:slugs::text[], :versions::text[]))
                    order by questionnaire, version
                    """)
                    .param("slugs", fresh.stream().map(Wording::slug).toArray(String[]::new))
                    .param("versions", fresh.stream().map(Wording::version).toArray(String[]::new))
                    .query((ResultSet row) -> {
                        Wording wording = wording(row);
                        read.put(
                                wording,
                                QuestionnaireText.read(
                                        wording.slug(),
                                        Path.of("survey.round", wording.slug()),
                                        row.getString("body")));
                    });
        }
        return wanted.stream()
                .distinct()
                .filter(read::containsKey)
                .collect(Collectors.toMap(it -> it, it -> Objects.requireNonNull(read.get(it))));
    }
}
