package no.samtidig.improvement.agreement;

import java.util.Optional;
import no.samtidig.improvement.JourneyId;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of farewells. */
@Repository
class FarewellStore {
    private final JdbcClient sql;

    FarewellStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Farewell> of(JourneyId journey) {
        return sql.sql("select told, talk, ask_again from improvement.farewell where journey = :journey")
                .param("journey", journey.value())
                .query((row, _) -> new Farewell(
                        row.getString("told"),
                        Coded.of(Farewell.Talk.class, row.getString("talk")).orElseThrow(),
                        row.getBoolean("ask_again")))
                .optional();
    }

    void keep(JourneyId journey, Farewell it) {
        sql.sql("""
                insert into improvement.farewell (journey, told, talk, ask_again) values (:journey, :told, :talk, :again)
                on conflict (journey) do nothing
                """)
                .param("journey", journey.value())
                .param("told", it.told())
                .param("talk", it.talk().code())
                .param("again", it.askAgain())
                .update();
    }
}
