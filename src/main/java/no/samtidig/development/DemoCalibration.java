package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import no.samtidig.improvement.calibration.HalfYear;
import no.samtidig.improvement.calibration.PracticeUnit;
import no.samtidig.improvement.calibration.PracticeUnits;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What eleven coaches set in the half-year before, made up: they have no accounts in the demo, as those who have left. */
@Component
@OnlyInDevelopment
@Order(45)
class DemoCalibration implements DemoPart {
    private static final int COACHES = 11;
    private static final int SEED = 4;

    private final JdbcClient sql;
    private final PracticeUnits units;
    private final Anchors anchors;
    private final Clock clock;

    DemoCalibration(JdbcClient sql, PracticeUnits units, Anchors anchors, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public void make() {
        HalfYear before = HalfYear.of(LocalDate.now(clock).minusMonths(6));
        Random random = new Random(SEED);
        for (int coach = 0; coach < COACHES; coach++) {
            UUID id = UUID.randomUUID();
            sql.sql("insert into improvement.calibration (id, half) values (:id, :half)")
                    .param("id", id)
                    .param("half", before.code())
                    .update();
            for (PracticeUnit unit : units.of(before)) {
                for (Anchor anchor : anchors.whole()) {
                    mark(id, unit, anchor, near(unit.at(anchor).level(), random));
                }
            }
        }
    }

    /** The key in two of three, mostly a step from it else. */
    private static int near(int key, Random random) {
        int away = random.nextInt(9);
        int level = away < 6 ? key : away == 6 ? key - 1 : away == 7 ? key + 1 : key + 2;
        return Math.clamp(level, Anchor.LOWEST, Anchor.HIGHEST);
    }

    private void mark(UUID id, PracticeUnit unit, Anchor anchor, int level) {
        sql.sql("""
                insert into improvement.calibration_mark (calibration, unit, anchor, level)
                values (:id, :unit, :anchor, :level)
                """)
                .param("id", id)
                .param("unit", unit.id())
                .param("anchor", anchor.id())
                .param("level", level)
                .update();
    }
}
