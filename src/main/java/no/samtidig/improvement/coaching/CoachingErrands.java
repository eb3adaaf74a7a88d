package no.samtidig.improvement.coaching;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits at coaching: a coach's talks of the week, and whom to phone; a leader's next talk with ten minutes of preparation. */
@Component
class CoachingErrands implements Errands {
    /** So many days before a talk its leader prepares. */
    private static final int SOON = 7;

    private final Journeys journeys;
    private final Coaching coaching;
    private final TalkStore store;
    private final Units units;
    private final Texts texts;
    private final Clock clock;

    CoachingErrands(Journeys journeys, Coaching coaching, TalkStore store, Units units, Texts texts, Clock clock) {
        this.journeys = journeys;
        this.coaching = coaching;
        this.store = store;
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        LocalDate today = LocalDate.now(clock);
        if (person.acting().role().permissions().contains(Permission.RUN_PIPELINE)) {
            return coach(person, language, today);
        }
        if (person.acting().role() != Role.UNIT_LEADER) {
            return List.of();
        }
        return journeys.own(person, null)
                .filter(it -> it.leads()
                        && it.journey().stage().alive()
                        && it.journey().holding(today).isEmpty())
                .flatMap(it -> leader(it, language, today))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Errand> leader(JourneyVisit visit, Language language, LocalDate today) {
        return coaching.of(visit.journey()).stream()
                .filter(it ->
                        it.planned() && !it.day().isBefore(today) && !it.day().isAfter(today.plusDays(SOON)))
                .findFirst()
                .map(it -> new Errand(
                        texts.text(language, "talks.errand.leader", language.date(it.day())),
                        texts.text(language, "talks.errand.leader.text"),
                        texts.text(language, "talks.errand.leader.action"),
                        visit.at("/enheten/veiledning/" + it.id().value()),
                        it.day()));
    }

    private List<Errand> coach(Visitor.Person person, Language language, LocalDate today) {
        List<Errand> errands = new ArrayList<>();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        for (TalkStore.OfCoach it :
                store.cancelled(person.account(), person.acting().scope(), today, Coaching.CANCELLED_IN_A_ROW)) {
            errands.add(errand(it, "talks.errand.phone", language, null));
        }
        for (TalkStore.OfCoach it :
                store.planned(person.account(), person.acting().scope(), today, sunday)) {
            errands.add(errand(it, "talks.errand.coach", language, it.day()));
        }
        return errands;
    }

    private Errand errand(TalkStore.OfCoach it, String key, Language language, @Nullable LocalDate due) {
        String unit = units.whenever(new UnitPath(it.unit())).map(Unit::name).orElse("");
        return new Errand(
                texts.text(language, key, unit, language.date(it.day())),
                texts.text(language, key + ".text"),
                texts.text(language, key + ".action"),
                "/enheten/veiledning?" + JourneyVisit.WHICH + "=" + it.journey(),
                due);
    }
}
