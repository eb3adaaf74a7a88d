package no.samtidig.improvement.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of agreements. */
@Repository
class AgreementStore {
    private final JdbcClient sql;
    private final JsonMapper json;

    AgreementStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The latest version. */
    Optional<Agreement.Version> latest(JourneyId journey) {
        return sql.sql("""
                select number, goal, staff, more, clauses::text as clauses, made, made_by from improvement.agreement_version
                where journey = :journey order by number desc limit 1
                """)
                .param("journey", journey.value())
                .query((row, _) -> version(row, seats(journey, row.getInt("number"))))
                .optional();
    }

    /** The days on which versions were made, the first first. */
    List<LocalDate> made(JourneyId journey) {
        return sql.sql("select made from improvement.agreement_version where journey = :journey order by number")
                .param("journey", journey.value())
                .query(LocalDate.class)
                .list();
    }

    private record SeatRow(String seat, String name) {}

    private Map<Seat, String> seats(JourneyId journey, int number) {
        Map<Seat, String> seats = new EnumMap<>(Seat.class);
        sql.sql("select seat, name from improvement.agreement_seat where journey = :journey and number = :number")
                .param("journey", journey.value())
                .param("number", number)
                .query(SeatRow.class)
                .list()
                .forEach(it -> Seat.of(it.seat()).ifPresent(seat -> seats.put(seat, it.name())));
        return seats;
    }

    private record ClauseRow(String id, Map<String, String> text) {}

    private Agreement.Version version(ResultSet row, Map<Seat, String> seats) throws SQLException {
        List<Clause> clauses = Arrays.stream(json.readValue(row.getString("clauses"), ClauseRow[].class))
                .map(it -> new Clause(
                        it.id(),
                        new LocalizedText(it.text().entrySet().stream()
                                .collect(Collectors.toMap(
                                        text -> Language.of(text.getKey()).orElseThrow(), Map.Entry::getValue)))))
                .toList();
        return new Agreement.Version(
                row.getInt("number"),
                new AgreementText(
                        new Goal(List.of((String[]) row.getArray("goal").getArray())),
                        row.getInt("staff"),
                        seats,
                        row.getString("more")),
                clauses,
                row.getObject("made", LocalDate.class),
                account(row, "made_by"));
    }

    /** Keeps a version, unless somebody made one with its number; returns whether it did. */
    boolean add(JourneyId journey, Agreement.Version it) {
        List<ClauseRow> clauses = it.clauses().stream()
                .map(clause -> new ClauseRow(clause.id(), texts(clause.text())))
                .toList();
        boolean added = sql.sql("""
                insert into improvement.agreement_version (journey, number, goal, staff, more, clauses, made, made_by)
                values (:journey, :number, :goal::text[], :staff, :more, :clauses::jsonb, :made, :by)
                on conflict do nothing
                """)
                        .param("journey", journey.value())
                        .param("number", it.number())
                        .param("goal", it.text().goal().parts().toArray(String[]::new))
                        .param("staff", it.text().staff())
                        .param("more", it.text().more())
                        .param("clauses", json.writeValueAsString(clauses))
                        .param("made", it.made())
                        .param("by", it.by() == null ? null : it.by().value())
                        .update()
                == 1;
        if (added) {
            it.text()
                    .team()
                    .forEach((seat, name) -> sql.sql("""
                    insert into improvement.agreement_seat (journey, number, seat, name) values (:journey, :number, :seat, :name)
                    """)
                            .param("journey", journey.value())
                            .param("number", it.number())
                            .param("seat", seat.code())
                            .param("name", name)
                            .update());
        }
        return added;
    }

    private static Map<String, String> texts(LocalizedText text) {
        Map<String, String> all = new LinkedHashMap<>();
        text.texts().forEach((language, words) -> all.put(language.tag(), words));
        return all;
    }

    /** Every yes, the first first. */
    List<Agreement.Yes> yes(JourneyId journey) {
        return sql.sql("""
                select side, number, account, day, withdrawn from improvement.agreement_yes
                where journey = :journey order by made, id
                """)
                .param("journey", journey.value())
                .query((row, _) -> new Agreement.Yes(
                        Side.of(row.getString("side")).orElseThrow(),
                        row.getInt("number"),
                        account(row, "account"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("withdrawn", LocalDate.class)))
                .list();
    }

    /** Keeps a yes, unless the side has said it; returns whether it did. */
    boolean accept(JourneyId journey, int number, Side side, AccountId by, LocalDate day, OffsetDateTime now) {
        return sql.sql("""
                insert into improvement.agreement_yes (id, journey, number, side, account, day, made)
                values (:id, :journey, :number, :side, :by, :day, :now)
                on conflict (journey, number, side) where withdrawn is null do nothing
                """)
                        .param("id", UUID.randomUUID())
                        .param("journey", journey.value())
                        .param("number", number)
                        .param("side", side.code())
                        .param("by", by.value())
                        .param("day", day)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean withdraw(JourneyId journey, Side side, LocalDate day) {
        return sql.sql("""
                update improvement.agreement_yes set withdrawn = :day
                where journey = :journey and side = :side and withdrawn is null
                """)
                        .param("day", day)
                        .param("journey", journey.value())
                        .param("side", side.code())
                        .update()
                > 0;
    }

    Map<AnchorPoint, Agreement.Tick> ticked(JourneyId journey) {
        Map<AnchorPoint, Agreement.Tick> all = new EnumMap<>(AnchorPoint.class);
        sql.sql("select point, account, day from improvement.agreement_tick where journey = :journey")
                .param("journey", journey.value())
                .query((row, _) -> Map.entry(
                        row.getString("point"),
                        new Agreement.Tick(account(row, "account"), row.getObject("day", LocalDate.class))))
                .list()
                .forEach(it -> AnchorPoint.of(it.getKey()).ifPresent(point -> all.put(point, it.getValue())));
        return all;
    }

    boolean tick(JourneyId journey, AnchorPoint point, AccountId by, LocalDate day) {
        return sql.sql("""
                insert into improvement.agreement_tick (journey, point, account, day) values (:journey, :point, :by, :day)
                on conflict do nothing
                """)
                        .param("journey", journey.value())
                        .param("point", point.code())
                        .param("by", by.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    boolean untick(JourneyId journey, AnchorPoint point) {
        return sql.sql("delete from improvement.agreement_tick where journey = :journey and point = :point")
                        .param("journey", journey.value())
                        .param("point", point.code())
                        .update()
                == 1;
    }

    static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }
}
