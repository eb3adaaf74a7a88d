package no.samtidig.survey;

import no.samtidig.organisation.UnitMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A draft that asks a unit by name asks it where it goes on. A round that has opened keeps what it asked: its invitations, answers and
 * results are those of the unit as it was then (ADR 0032).
 */
@Component
class FollowingUnits {
    private final JdbcClient sql;

    FollowingUnits(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void moved(UnitMoved it) {
        sql.sql("""
                with moved as (
                    delete from survey.round_place p using survey.round r
                    where r.id = p.round and r.state = 'draft' and p.place = :from returning p.round)
                insert into survey.round_place (round, place) select round, :to from moved on conflict do nothing
                """)
                .param("from", it.from().value())
                .param("to", it.to().value())
                .update();
    }
}
