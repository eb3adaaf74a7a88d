package no.samtidig.improvement.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.survey.RoundId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what GAP rounds showed of units. */
@Repository
class MeasureStore {
    private final JdbcClient sql;

    MeasureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A settled round that is not measured yet. */
    record Waiting(JourneyId journey, RoundId round, int occasion, LocalDate closes) {}

    List<Waiting> waiting() {
        return sql.sql("""
                select g.journey, g.round, g.occasion, r.closes
                from improvement.gap_round g join survey.round r on r.id = g.round
                where r.state = 'settled' and not exists (
                    select from improvement.unit_measure m where m.journey = g.journey and m.occasion = g.occasion)
                order by r.closes, g.round
                """)
                .query((row, _) -> new Waiting(
                        new JourneyId(row.getObject("journey", UUID.class)),
                        new RoundId(row.getObject("round", UUID.class)),
                        row.getInt("occasion"),
                        row.getObject("closes", LocalDate.class)))
                .list();
    }

    void keep(Waiting it, int halfYear, Optional<UnitMeasure> measure) {
        sql.sql("""
                insert into improvement.unit_measure (journey, occasion, half_year, n, gap, practice, importance)
                values (:journey, :occasion, :halfYear, :n, :gap, :practice, :importance) on conflict do nothing
                """)
                .param("journey", it.journey().value())
                .param("occasion", it.occasion())
                .param("halfYear", halfYear)
                .param("n", measure.map(UnitMeasure::n).orElse(0))
                .param("gap", measure.map(UnitMeasure::gap).orElse(null))
                .param("practice", measure.map(UnitMeasure::practice).orElse(null))
                .param("importance", measure.map(UnitMeasure::importance).orElse(null))
                .update();
    }

    /**
     * A journey that has begun or was measured, at one of its measures, or with none.
     *
     * @param monthZero null until the first results meeting
     * @param occasion empty where nothing is measured
     * @param gap empty where nothing is measured, or too few answered
     */
    record Row(
            UUID journey,
            String unit,
            boolean shares,
            Stage stage,
            @Nullable LocalDate monthZero,
            OptionalInt occasion,
            int halfYear,
            Optional<UnitMeasure> gap) {
        boolean begun() {
            return monthZero != null;
        }
    }

    /** Journeys at the places of the scope, each with its measures by occasion: one statement, however many. */
    List<Row> within(OrganisationScope scope) {
        return sql.sql("""
                with covered as (
                    select distinct j.id from unnest(:scope::ltree[]) s (path) join improvement.journey j on j.unit <@ s.path)
                select j.id, coalesce(u.name, j.unit::text) as name, j.shares, j.stage, j.month_zero, m.occasion, m.half_year, m.n,
                    m.gap, m.practice, m.importance
                from covered c join improvement.journey j using (id)
                    left join organisation.unit u on u.path = j.unit
                    left join improvement.unit_measure m on m.journey = j.id
                where j.month_zero is not null or m.journey is not null
                order by j.id, m.occasion
                """)
                .param("scope", scope.parameter())
                .query((row, _) -> {
                    int occasion = row.getInt("occasion");
                    boolean measured = !row.wasNull();
                    int n = row.getInt("n");
                    return new Row(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getBoolean("shares"),
                            Stage.of(row.getString("stage")).orElseThrow(),
                            row.getObject("month_zero", LocalDate.class),
                            measured ? OptionalInt.of(occasion) : OptionalInt.empty(),
                            row.getInt("half_year"),
                            n == 0
                                    ? Optional.empty()
                                    : Optional.of(new UnitMeasure(
                                            n,
                                            row.getDouble("gap"),
                                            row.getDouble("practice"),
                                            row.getDouble("importance"))));
                })
                .list();
    }
}
