package no.samtidig.improvement.web.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.AnchorPoint;
import no.samtidig.improvement.agreement.Clause;
import no.samtidig.improvement.agreement.Goal;
import no.samtidig.improvement.agreement.Hours;
import no.samtidig.improvement.agreement.LeaderChange;
import no.samtidig.improvement.agreement.Side;
import no.samtidig.platform.Page;

/**
 * The agreement between a unit and its region.
 *
 * @param agreement empty where nobody has filled it in
 * @param clauses in the version's words, or today's
 * @param staff how many work there: the version's, or how many have a role there; at least one
 * @param yes who has said yes to this version
 * @param ticked who has ticked which point
 * @param versions the days on which versions were made
 * @param change a new leader whose answer is waited for
 * @param round the last day of a GAP round that is open; empty where none is
 * @param done what was just done
 */
public record AgreementPage(
        JourneyVisit visit,
        Optional<Agreement> agreement,
        List<Clause> clauses,
        int staff,
        Map<Side, Signature> yes,
        Map<AnchorPoint, Signature> ticked,
        List<LocalDate> versions,
        Optional<LeaderChange> change,
        Optional<LocalDate> round,
        Optional<AgreementDone> done)
        implements Page {
    public AgreementPage {
        clauses = List.copyOf(clauses);
        yes = Map.copyOf(yes);
        ticked = Map.copyOf(ticked);
        versions = List.copyOf(versions);
    }

    public Goal goal() {
        return agreement.map(it -> it.version().text().goal()).orElse(Goal.NONE);
    }

    public Hours hours() {
        return new Hours(staff);
    }

    /** The side the reader is on; empty for those who only read. */
    public Optional<Side> side() {
        return visit.part() == Part.LEADER
                ? Optional.of(Side.LEADER)
                : visit.part() == Part.COACH ? Optional.of(Side.REGION) : Optional.empty();
    }

    /** Whether the reader can change it, or say yes. */
    public boolean open() {
        return side().isPresent() && visit.journey().stage().alive();
    }

    /** The last day of an open round, where not both say yes to the agreement: the round goes on all the same. */
    public Optional<LocalDate> goesOn() {
        return round.filter(_ -> yes.size() < Side.values().length);
    }

    /** Whether the reader can say yes now. */
    public boolean mayAccept() {
        return open() && goal().whole() && side().filter(yes::containsKey).isEmpty();
    }

    /** Where the journey can be moved now that what it takes is there; only a person moves it. */
    public Optional<Stage> offered() {
        if (agreement.isEmpty() || !visit.journey().stage().alive()) {
            return Optional.empty();
        }
        return switch (visit.journey().stage()) {
            case INTERESTED -> agreement.filter(Agreement::agreed).map(_ -> Stage.AGREED);
            case AGREED -> agreement.filter(Agreement::anchored).map(_ -> Stage.ANCHORED);
            case ANCHORED, RUNNING, SUSTAINED, STOPPED, DECLINED -> Optional.empty();
        };
    }
}
