package no.samtidig.survey.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.SurveyAction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units that let those who follow the whole country see their results of a round. Whoever has a role at the unit itself decides, round by
 * round, and can stop. Without it nobody sees a unit's results but those who have a role there.
 */
@Service
public class Sharing {
    private final SharingStore store;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    Sharing(SharingStore store, Units units, AuditLog audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the unit shown is shared, for whoever may decide it: with a role at that unit, of a general round that is over. */
    public Optional<Boolean> decision(Visitor.Person person, Report report) {
        return own(person, report).map(it -> store.shared(report.round().id()).contains(it));
    }

    private static Optional<UnitPath> own(Visitor.Person person, Report report) {
        return person.acting().at() instanceof Place.Unit
                        && report.place().place() instanceof Place.Unit unit
                        && report.round().purpose().equals(Purpose.GENERAL)
                        && report.round().state() == Round.State.SETTLED
                        && !report.total().tooFew()
                ? Optional.of(unit.path())
                : Optional.empty();
    }

    /**
     * Shares, or stops.
     *
     * @return false where the person may not decide it
     */
    @Transactional
    public boolean decide(Visitor.Person person, Report report, boolean share) {
        Optional<UnitPath> unit = own(person, report);
        unit.ifPresent(it -> {
            RoundId round = report.round().id();
            boolean changed = share ? store.share(round, it, LocalDate.now(clock)) : store.stop(round, it);
            if (changed) {
                audit.write(
                        person.account(),
                        share ? SurveyAction.SHARED_RESULTS_OF_UNIT : SurveyAction.STOPPED_SHARING_RESULTS_OF_UNIT,
                        round.value() + " " + it.value());
            }
        });
        return unit.isPresent();
    }

    /** The units that share a round, by name. */
    List<NamedPlace> units(RoundId round) {
        return store.shared(round).stream()
                .flatMap(it -> units.whenever(it).stream())
                .map(it -> new NamedPlace(Place.of(it.path()), it.name(), it.owner()))
                .sorted(Comparator.comparing(NamedPlace::name))
                .toList();
    }
}
