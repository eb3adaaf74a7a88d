package no.samtidig.survey;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of rounds, one at a time. */
@Repository
class RoundStore {
    private final JdbcClient sql;
    private final Wordings wordings;

    RoundStore(JdbcClient sql, Wordings wordings) {
        this.sql = sql;
        this.wordings = wordings;
    }

    Optional<Round> find(RoundId id) {
        return sql.sql("""
                select id, name, questionnaire, version, anonymous, underway, first, levels, staff_groups, opens, closes, state, purpose,
                    array(select place from survey.round_place p where p.round = r.id order by place collate "C") as places
                from survey.round r where id = :id
                """)
                .param("id", id.value())
                .query(RoundStore::kept)
                .optional()
                .map(it -> it.asking(wordings.of(it.wording())));
    }

    boolean exists(RoundId id) {
        return sql.sql("select exists (select from survey.round where id = :id)")
                .param("id", id.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void add(Round round, UUID by, LocalDate today) {
        sql.sql("""
                with made as (
                    insert into survey.round (id, name, questionnaire, version, body, anonymous, underway, first,
                        levels, staff_groups, opens, closes, purpose, made, made_by)
                    values (:id, :name, :questionnaire, :version, :body, :anonymous, :underway, :first,
                        :levels::text[], :staffGroups::text[], :opens, :closes, :purpose, :today, :by)
                    returning id)
                insert into survey.round_place (round, place) select distinct id, unnest(:places::text[]) from made
                """)
                .param("id", round.id().value())
                .param("name", round.name())
                .param("questionnaire", round.questionnaire().slug())
                .param("version", round.version())
                .param("body", QuestionnaireText.write(round.questionnaire()))
                .param("anonymous", round.anonymous())
                .param("underway", round.underway())
                .param("first", round.first().code())
                .param(
                        "places",
                        Stream.concat(
                                        round.target().places().stream().map(UnitPath::value),
                                        round.target().regions().stream())
                                .toArray(String[]::new))
                .param("levels", strings(round.target().levels(), ServiceLevel::code))
                .param("staffGroups", strings(round.target().staffGroups(), StaffGroup::code))
                .param("opens", round.opens())
                .param("closes", round.closes())
                .param("purpose", round.purpose().code())
                .param("today", today)
                .param("by", by)
                .update();
    }

    /** Opens it; what it is for, or empty where it was opened before. */
    Optional<Purpose> open(RoundId id, OffsetDateTime now) {
        return step(
                "update survey.round set opened = :now where id = :id and opened is null returning purpose", id, now);
    }

    /** Closes it, and where that is before its last day, today is its last day; empty where it is not open. */
    Optional<Purpose> close(RoundId id, OffsetDateTime now) {
        return step("""
                update survey.round
                set closed = :now, closes = greatest(opens, least(closes, :today))
                where id = :id and opened is not null and closed is null returning purpose
                """, id, now);
    }

    /** Makes its results final; empty where it is not closed, or they are. */
    Optional<Purpose> settle(RoundId id, OffsetDateTime now) {
        return step("""
                update survey.round set settled = :now where id = :id and closed is not null and settled is null returning purpose
                """, id, now);
    }

    private Optional<Purpose> step(String update, RoundId id, OffsetDateTime now) {
        return sql.sql(update)
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("id", id.value())
                .query((row, _) -> new Purpose(row.getString("purpose")))
                .optional();
    }

    private static <T> String[] strings(Collection<T> all, Function<T, String> code) {
        return all.stream().map(code).sorted().toArray(String[]::new);
    }

    /** A round as it lies in its table: the text of its questionnaire is not read with it. */
    private record Kept(Wordings.Wording wording, Function<Questionnaire, Round> round) {
        Round asking(Questionnaire questionnaire) {
            return round.apply(questionnaire);
        }
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        Wordings.Wording wording = Wordings.wording(row);
        RoundId id = new RoundId(row.getObject("id", UUID.class));
        String name = row.getString("name");
        boolean anonymous = row.getBoolean("anonymous");
        boolean underway = row.getBoolean("underway");
        Round.First first = Round.First.of(row.getString("first"));
        Round.Target target = target(row);
        LocalDate opens = row.getObject("opens", LocalDate.class);
        LocalDate closes = row.getObject("closes", LocalDate.class);
        Purpose purpose = new Purpose(row.getString("purpose"));
        Round.State state = Coded.of(Round.State.class, row.getString("state")).orElseThrow();
        return new Kept(
                wording,
                it -> new Round(
                        id,
                        name,
                        it,
                        wording.version(),
                        anonymous,
                        underway,
                        first,
                        target,
                        opens,
                        closes,
                        state,
                        purpose));
    }

    private static Round.Target target(ResultSet row) throws SQLException {
        List<String> places = strings(row.getArray("places"));
        return new Round.Target(
                places.stream().filter(it -> !isRegion(it)).map(UnitPath::new).toList(),
                places.stream().filter(RoundStore::isRegion).toList(),
                strings(row.getArray("levels")).stream()
                        .map(it -> Coded.of(ServiceLevel.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                strings(row.getArray("staff_groups")).stream()
                        .flatMap(it -> StaffGroup.of(it).stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isRegion(String place) {
        return !(Place.of(place).orElse(null) instanceof Place.InTree);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
