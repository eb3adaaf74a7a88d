package no.samtidig.improvement.coaching;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyId;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import org.springframework.stereotype.Service;

/** A coach's talks over all their units. */
@Service
public class CoachTalks {
    private final TalkStore store;
    private final Units units;
    private final Clock clock;

    CoachTalks(TalkStore store, Units units, Clock clock) {
        this.store = store;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What a coach has before them.
     *
     * @param passed planned for a day before this week, and nothing was written since
     * @param monday of this week
     */
    public record Weeks(LocalDate monday, List<CoachTalk> passed, List<CoachTalk> thisWeek, List<CoachTalk> nextWeek) {
        public Weeks {
            passed = List.copyOf(passed);
            thisWeek = List.copyOf(thisWeek);
            nextWeek = List.copyOf(nextWeek);
        }

        static Weeks of(LocalDate monday, List<CoachTalk> talks) {
            LocalDate next = monday.plusWeeks(1);
            return new Weeks(
                    monday,
                    talks.stream().filter(it -> it.day().isBefore(monday)).toList(),
                    talks.stream()
                            .filter(it -> !it.day().isBefore(monday) && it.day().isBefore(next))
                            .toList(),
                    talks.stream().filter(it -> !it.day().isBefore(next)).toList());
        }
    }

    /** The coach's talks up to the end of next week. */
    public Weeks of(Visitor.Person coach) {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Weeks.of(
                monday,
                store.ahead(coach.account(), coach.acting().scope(), today, monday.plusDays(13)).stream()
                        .map(this::talk)
                        .toList());
    }

    private CoachTalk talk(TalkStore.Ahead it) {
        LocalDate held = it.held();
        return new CoachTalk(
                new TalkId(it.id()),
                new JourneyId(it.journey()),
                units.whenever(new UnitPath(it.unit())).map(Unit::name).orElse(""),
                it.number(),
                it.day(),
                it.starts(),
                held == null
                        ? null
                        : new CoachTalk.Last(
                                held, Optional.ofNullable(it.step()).orElse("")));
    }
}
