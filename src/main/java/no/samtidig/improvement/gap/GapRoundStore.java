package no.samtidig.improvement.gap;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.improvement.Journey;
import no.samtidig.survey.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which rounds are a journey's. */
@Repository
class GapRoundStore {
    private final JdbcClient sql;

    GapRoundStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A round as it lies here: its days and state are those of the round of surveys. */
    record Kept(RoundId round, int occasion, GapForm form, boolean residential) {}

    /** The first first. */
    List<Kept> of(Journey journey) {
        return sql.sql("""
                select round, occasion, form, residential from improvement.gap_round where journey = :journey order by occasion
                """)
                .param("journey", journey.id().value())
                .query((row, _) -> new Kept(
                        new RoundId(row.getObject("round", UUID.class)),
                        row.getInt("occasion"),
                        GapForm.of(row.getString("form")).orElseThrow(),
                        row.getBoolean("residential")))
                .list();
    }

    /** False where the journey has one for the occasion. */
    boolean add(Journey journey, Kept round) {
        return sql.sql("""
                insert into improvement.gap_round (round, journey, occasion, form, residential)
                values (:round, :journey, :occasion, :form, :residential)
                on conflict (journey, occasion) do nothing
                """)
                        .param("round", round.round().value())
                        .param("journey", journey.id().value())
                        .param("occasion", round.occasion())
                        .param("form", round.form().code())
                        .param("residential", round.residential())
                        .update()
                == 1;
    }

    void remove(RoundId round) {
        sql.sql("delete from improvement.gap_round where round = :round")
                .param("round", round.value())
                .update();
    }

    /** Locks the journey's rounds against being made twice at once. */
    void lock(Journey journey) {
        sql.sql("select id from improvement.journey where id = :id for update")
                .param("id", journey.id().value())
                .query(UUID.class)
                .optional();
    }

    Optional<Kept> find(Journey journey, RoundId round) {
        return of(journey).stream().filter(it -> it.round().equals(round)).findFirst();
    }
}
