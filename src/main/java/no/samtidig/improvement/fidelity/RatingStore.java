package no.samtidig.improvement.fidelity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of ratings. */
@Repository
class RatingStore {
    private static final String RATING = """
            select id, journey, month, modules, begun, revealed, settled, unit_yes, coach_yes, revision
            from improvement.fidelity_rating""";

    private final JdbcClient sql;

    RatingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The ratings of a journey, the first first. */
    List<Rating> of(JourneyId journey) {
        return sql.sql(RATING + " where journey = :journey order by month")
                .param("journey", journey.value())
                .query(RatingStore::rating)
                .list();
    }

    /** The rating as it is now, held until the transaction ends. */
    Rating hold(Rating rating) {
        return sql.sql(RATING + " where id = :id for update")
                .param("id", rating.id())
                .query(RatingStore::rating)
                .single();
    }

    /** Keeps a new one, unless the journey has one of the month; returns whether it did. */
    boolean add(Rating it, AccountId by) {
        return sql.sql("""
                insert into improvement.fidelity_rating (id, journey, month, modules, begun, begun_by)
                values (:id, :journey, :month, :modules::text[], :begun, :by)
                on conflict (journey, month) do nothing
                """)
                        .param("id", it.id())
                        .param("journey", it.journey().value())
                        .param("month", it.month())
                        .param("modules", it.modules().toArray(String[]::new))
                        .param("begun", it.begun())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Names who rates as a part, or takes the name away; one who has rated anything stays. */
    void name(UUID rating, RatingPart part, @Nullable AccountId account) {
        sql.sql("""
                insert into improvement.fidelity_rater (rating, part, account) values (:rating, :part, :account)
                on conflict (rating, part) do update set account = excluded.account
                where not exists (select from improvement.fidelity_mark m where m.rating = :rating and m.part = :part)
                """)
                .param("rating", rating)
                .param("part", part.code())
                .param("account", account == null ? null : account.value())
                .update();
    }

    /** Keeps what somebody rated, in place of what they rated before. */
    void keep(UUID rating, RatingPart part, AccountId account, Map<String, Mark> marks, @Nullable LocalDate done) {
        sql.sql("""
                insert into improvement.fidelity_rater (rating, part, account, done) values (:rating, :part, :account, :done)
                on conflict (rating, part) do update set account = excluded.account, done = excluded.done
                """)
                .param("rating", rating)
                .param("part", part.code())
                .param("account", account.value())
                .param("done", done)
                .update();
        sql.sql("delete from improvement.fidelity_mark where rating = :rating and part = :part")
                .param("rating", rating)
                .param("part", part.code())
                .update();
        marks.forEach((anchor, it) -> sql.sql("""
                insert into improvement.fidelity_mark (rating, part, anchor, level, evidence, note)
                values (:rating, :part, :anchor, :level, :evidence::text[], :note)
                """)
                .param("rating", rating)
                .param("part", part.code())
                .param("anchor", anchor)
                .param("level", it.level())
                .param("evidence", it.evidence().stream().map(Evidence::code).toArray(String[]::new))
                .param("note", it.note())
                .update());
    }

    /** Those who rate, with what they rated. */
    List<Rater> raters(UUID rating) {
        Map<RatingPart, Map<String, Mark>> marks = new LinkedHashMap<>();
        sql.sql("select part, anchor, level, evidence, note from improvement.fidelity_mark where rating = :rating")
                .param("rating", rating)
                .query((row, _) -> marks.computeIfAbsent(part(row), _ -> new LinkedHashMap<>())
                        .put(
                                row.getString("anchor"),
                                new Mark(
                                        row.getInt("level"),
                                        Arrays.stream((String[])
                                                        row.getArray("evidence").getArray())
                                                .flatMap(it -> Evidence.of(it).stream())
                                                .toList(),
                                        row.getString("note"))))
                .list();
        List<Rater> raters = new ArrayList<>(sql.sql(
                        "select part, account, done from improvement.fidelity_rater where rating = :rating")
                .param("rating", rating)
                .query((row, _) -> {
                    UUID account = row.getObject("account", UUID.class);
                    return new Rater(
                            part(row),
                            account == null ? null : new AccountId(account),
                            row.getObject("done", LocalDate.class) != null,
                            marks.getOrDefault(part(row), Map.of()));
                })
                .list());
        raters.sort((one, other) -> one.part().compareTo(other.part()));
        return raters;
    }

    private static RatingPart part(ResultSet row) throws SQLException {
        return RatingPart.of(row.getString("part")).orElseThrow();
    }

    void reveal(UUID rating, LocalDate today) {
        sql.sql(
                        "update improvement.fidelity_rating set revealed = :today, revision = revision + 1 where id = :id and revealed is null")
                .param("today", today)
                .param("id", rating)
                .update();
    }

    /** Keeps what was written, in place of what was written before. */
    void write(UUID rating, Map<String, Agreed> agreed) {
        sql.sql("delete from improvement.fidelity_agreed where rating = :rating")
                .param("rating", rating)
                .update();
        agreed.forEach((anchor, it) -> sql.sql("""
                insert into improvement.fidelity_agreed (rating, anchor, level, together, unit_reason, coach_reason)
                values (:rating, :anchor, :level, :together, :unit, :coach)
                """)
                .param("rating", rating)
                .param("anchor", anchor)
                .param("level", it.level())
                .param("together", it.together())
                .param("unit", it.unitReason())
                .param("coach", it.coachReason())
                .update());
    }

    /** Says yes for the unit, for the coach, or for both; it is settled once both have. */
    void yes(UUID rating, boolean unit, boolean coach, @Nullable LocalDate settled) {
        sql.sql("""
                update improvement.fidelity_rating set unit_yes = :unit, coach_yes = :coach, settled = :settled, revision = revision + 1
                where id = :id
                """)
                .param("unit", unit)
                .param("coach", coach)
                .param("settled", settled)
                .param("id", rating)
                .update();
    }

    /** What stands, by anchor. */
    Map<String, Agreed> agreed(UUID rating) {
        Map<String, Agreed> agreed = new LinkedHashMap<>();
        sql.sql("""
                select anchor, level, together, unit_reason, coach_reason from improvement.fidelity_agreed where rating = :rating
                """)
                .param("rating", rating)
                .query((row, _) -> Optional.ofNullable(agreed.put(
                        row.getString("anchor"),
                        new Agreed(
                                row.getInt("level"),
                                row.getBoolean("together"),
                                row.getString("unit_reason"),
                                row.getString("coach_reason")))))
                .list();
        return agreed;
    }

    private static Rating rating(ResultSet row, int number) throws SQLException {
        return new Rating(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey", UUID.class)),
                row.getInt("month"),
                Arrays.asList((String[]) row.getArray("modules").getArray()),
                row.getObject("begun", LocalDate.class),
                row.getObject("revealed", LocalDate.class),
                row.getObject("settled", LocalDate.class),
                row.getBoolean("unit_yes"),
                row.getBoolean("coach_yes"),
                row.getInt("revision"));
    }
}
