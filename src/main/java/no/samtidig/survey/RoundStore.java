package no.samtidig.survey;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of rounds. Questionnaires are read once for each version. */
@Component
class RoundStore {
    private static final String ROUND = """
            select id, name, questionnaire, version, body, anonymous, underway, first, places::text[] as places, regions,
                levels, staff_groups, opens, closes, opened, closed, settled
            from survey.round""";

    private final JdbcClient sql;
    private final Map<String, Questionnaire> read = new ConcurrentHashMap<>();

    RoundStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Round> find(RoundId id) {
        return sql.sql(ROUND + " where id = :id")
                .param("id", id.value())
                .query(this::round)
                .optional();
    }

    List<Round> all() {
        return sql.sql(ROUND + " order by made desc, name").query(this::round).list();
    }

    void add(Round round, UUID by, LocalDate today) {
        sql.sql("""
                insert into survey.round (id, name, questionnaire, version, body, anonymous, underway, first, places, regions,
                    levels, staff_groups, opens, closes, made, made_by)
                values (:id, :name, :questionnaire, :version, :body, :anonymous, :underway, :first, :places::ltree[], :regions::text[],
                    :levels::text[], :staffGroups::text[], :opens, :closes, :today, :by)
                """)
                .param("id", round.id().value())
                .param("name", round.name())
                .param("questionnaire", round.questionnaire().slug())
                .param("version", round.version())
                .param("body", QuestionnaireText.write(round.questionnaire()))
                .param("anonymous", round.anonymous())
                .param("underway", round.underway())
                .param("first", round.first().code())
                .param("places", strings(round.target().places(), UnitPath::value))
                .param("regions", round.target().regions().toArray(String[]::new))
                .param("levels", strings(round.target().levels(), ServiceLevel::code))
                .param("staffGroups", strings(round.target().staffGroups(), StaffGroup::code))
                .param("opens", round.opens())
                .param("closes", round.closes())
                .param("today", today)
                .param("by", by)
                .update();
    }

    boolean open(RoundId id, OffsetDateTime now) {
        return sql.sql("update survey.round set opened = :now where id = :id and opened is null")
                        .param("now", now)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean close(RoundId id, OffsetDateTime now) {
        return sql.sql("update survey.round set closed = :now where id = :id and opened is not null and closed is null")
                        .param("now", now)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static <T> String[] strings(Collection<T> all, java.util.function.Function<T, String> code) {
        return all.stream().map(code).sorted().toArray(String[]::new);
    }

    private Round round(ResultSet row, int number) throws SQLException {
        String slug = row.getString("questionnaire");
        String version = row.getString("version");
        Questionnaire questionnaire = read.get(slug + "/" + version);
        if (questionnaire == null) {
            questionnaire = QuestionnaireText.read(slug, Path.of("survey.round", slug), row.getString("body"));
            read.put(slug + "/" + version, questionnaire);
        }
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                row.getString("name"),
                questionnaire,
                version,
                row.getBoolean("anonymous"),
                row.getBoolean("underway"),
                Round.First.of(row.getString("first")),
                new Round.Target(
                        strings(row.getArray("places")).stream()
                                .map(UnitPath::new)
                                .toList(),
                        strings(row.getArray("regions")),
                        strings(row.getArray("levels")).stream()
                                .map(it -> ServiceLevel.valueOf(it.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet()),
                        strings(row.getArray("staff_groups")).stream()
                                .flatMap(it -> StaffGroup.of(it).stream())
                                .collect(Collectors.toSet())),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getObject("settled") != null
                        ? Round.State.SETTLED
                        : row.getObject("closed") != null
                                ? Round.State.CLOSED
                                : row.getObject("opened") != null ? Round.State.OPEN : Round.State.DRAFT);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
