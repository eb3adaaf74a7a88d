package no.samtidig.development;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.coaching.CancelledBy;
import no.samtidig.improvement.coaching.Obstacle;
import no.samtidig.improvement.coaching.StepDone;
import no.samtidig.improvement.coaching.TalkPlan;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Talks of the made-up units ({@code journey.md} section 10), as {@code content/organisations/demo-talks.yaml} tells them: 22 of 25 held,
 * 5 of 10 in the unit that stopped, and a first one. The days are those the plan proposes, counted from today.
 */
@Component
@OnlyInDevelopment
@Order(90)
class DemoCoaching implements DemoPart {
    private final DemoPeople people;
    private final JdbcClient sql;
    private final Clock clock;

    DemoCoaching(DemoPeople people, JdbcClient sql, Clock clock) {
        this.people = people;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void make() {
        try {
            DemoPeople.read("demo-talks.yaml").list("units").forEach(this::unit);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Talks whose day has come are told, the others are to come. */
    private void unit(YamlNode unit) {
        unit.only("unit", "coach", "first", "most", "talks");
        UUID journey = sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", unit.text("unit"))
                .query(UUID.class)
                .single();
        AccountId coach = people.account(unit.text("coach"));
        LocalDate today = LocalDate.now(clock);
        List<YamlNode> told = unit.list("talks");
        List<LocalDate> days = TalkPlan.from(DemoMeetings.working(today.minusDays(unit.number("first", 1, 999))));
        int most = unit.optional("most").isPresent() ? unit.number("most", 1, days.size()) : days.size();
        for (int i = 0; i < most; i++) {
            boolean past = i < told.size() && days.get(i).isBefore(today);
            talk(journey, days.get(i), past ? told.get(i) : null, coach);
        }
    }

    private void talk(UUID journey, LocalDate day, @Nullable YamlNode told, AccountId coach) {
        @Nullable String off = code(CancelledBy.class, told, "off");
        @Nullable String step = told == null ? null : told.optionalText("step").orElse(null);
        boolean held = step != null;
        sql.sql("""
                insert into improvement.talk
                    (id, journey, day, starts, state, cancelled_by, sequence, obstacle, step_done, step, leader_agreed, coach_agreed, noted, noted_by)
                values (gen_random_uuid(), :journey, :day, '13:00', :state, :off, :sequence, :obstacle, :done, :step, :agreed, :agreed, :agreed, :by)
                """)
                .param("journey", journey)
                .param("day", day)
                .param("state", held ? "held" : off != null ? "cancelled" : "planned")
                .param("off", off)
                .param("sequence", off != null ? 1 : 0)
                .param("obstacle", code(Obstacle.class, told, "obstacle"))
                .param("done", code(StepDone.class, told, "done"))
                .param("step", step == null ? "" : step)
                .param("agreed", held ? day : null)
                .param("by", held ? coach.value() : null)
                .update();
    }

    private static <E extends Enum<E> & Coded> @Nullable String code(
            Class<E> of, @Nullable YamlNode told, String field) {
        if (told == null) {
            return null;
        }
        return told.only("obstacle", "done", "step", "off")
                .optionalText(field)
                .map(it -> Coded.of(of, it)
                        .orElseThrow(() -> told.problem("unknown " + field, "use one of " + of))
                        .code())
                .orElse(null);
    }
}
