package no.samtidig.improvement.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journey;
import no.samtidig.learning.StaffCompletion;
import org.springframework.stereotype.Service;

/**
 * The onboarding list: new colleagues get the first two lessons and the routine within a month (the agreement's clause {@code nye}).
 * Counts what the leader's list shows already, lessons completed in the first module, and nothing inside a lesson.
 */
@Service
public class NewStaff {
    /** So many lessons within {@link #WITHIN}: the agreement's clause. */
    public static final int LESSONS = 2;

    /** From the first role at the unit. */
    public static final Period WITHIN = Period.ofMonths(1);

    /** So long somebody is new. */
    static final Period NEW = Period.ofMonths(6);

    private final ArrivalStore store;
    private final Clock clock;

    NewStaff(ArrivalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A new colleague.
     *
     * @param came day of the first role at the unit
     * @param until the last day of the month
     * @param ready whether the lessons are completed
     */
    public record Newcomer(String name, LocalDate came, LocalDate until, boolean ready) {
        /** Whether the month has gone without them. */
        public boolean late(LocalDate today) {
            return !ready && today.isAfter(until);
        }
    }

    /** Those of the staff who came after the first results meeting and within half a year, the latest first. Before it nobody is new. */
    public List<Newcomer> among(Visitor.Person leader, Journey journey, List<StaffCompletion> staff) {
        LocalDate zero = journey.monthZero();
        if (zero == null || staff.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Map<AccountId, LocalDate> came = store.first(
                staff.stream().map(it -> it.member().account()).toList(),
                leader.acting().scope(),
                clock.getZone());
        return staff.stream()
                .flatMap(it ->
                        Optional.ofNullable(came.get(it.member().account())).map(day -> newcomer(it, day)).stream())
                .filter(it -> it.came().isAfter(zero) && !it.came().isBefore(today.minus(NEW)))
                .sorted(Comparator.comparing(Newcomer::came).reversed().thenComparing(Newcomer::name))
                .toList();
    }

    private static Newcomer newcomer(StaffCompletion one, LocalDate came) {
        int lessons = one.modules().isEmpty() ? 0 : one.modules().getFirst().completed();
        return new Newcomer(one.member().name(), came, came.plus(WITHIN), lessons >= LESSONS);
    }
}
