package no.samtidig.improvement.calibration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coaches' ratings of fictional units: each rates alone and once, and then sees the key and how far the group agrees. */
@Service
public class Calibrations {
    private final PracticeUnits units;
    private final Anchors anchors;
    private final CalibrationStore store;
    private final AuditLog audit;
    private final Clock clock;

    Calibrations(PracticeUnits units, Anchors anchors, CalibrationStore store, AuditLog audit, Clock clock) {
        this.units = units;
        this.anchors = anchors;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The half-year that is now. */
    public HalfYear now() {
        return HalfYear.of(LocalDate.now(clock));
    }

    /** The two units of a half-year. */
    public List<PracticeUnit> units(HalfYear half) {
        return units.of(half);
    }

    /** What a coach set in a half-year: by unit, then anchor; nothing of a unit that is not rated. */
    public Map<String, Map<String, Integer>> own(HalfYear half, AccountId coach) {
        return store.own(half, coach);
    }

    /** Both units are rated. */
    public boolean done(HalfYear half, AccountId coach) {
        return store.own(half, coach)
                .keySet()
                .containsAll(units.of(half).stream().map(PracticeUnit::id).toList());
    }

    /** How a rating was taken. */
    public enum Outcome {
        DONE,
        /** It is rated already: what was set first stands. */
        ALREADY,
        /** Something is not rated. */
        NOT_WHOLE
    }

    /** Keeps what a coach set for a unit of the half-year that is now. It cannot be changed. */
    @Transactional
    public Outcome rate(AccountId coach, PracticeUnit unit, Map<String, Integer> levels) {
        Set<String> asked =
                new HashSet<>(anchors.whole().stream().map(Anchor::id).toList());
        if (!levels.keySet().equals(asked)
                || levels.values().stream().anyMatch(it -> it < Anchor.LOWEST || it > Anchor.HIGHEST)) {
            return Outcome.NOT_WHOLE;
        }
        HalfYear half = now();
        UUID part = store.part(half, coach, LocalDate.now(clock));
        if (store.own(half, coach).containsKey(unit.id())) {
            return Outcome.ALREADY;
        }
        store.mark(part, unit.id(), levels);
        audit.write(coach, CalibrationAction.RATED, half.code() + " " + unit.id());
        return Outcome.DONE;
    }

    /** How far coaches agree, each half-year in which enough rated both units; the newest first. */
    public List<GroupAgreement> agreement() {
        int whole = PracticeUnits.EACH_TIME * anchors.whole().size();
        return store.everybody().entrySet().stream()
                .map(it -> GroupAgreement.of(
                        it.getKey(),
                        it.getValue().stream()
                                .filter(levels -> levels.size() == whole)
                                .toList()))
                .filter(GroupAgreement::told)
                .sorted(Comparator.comparing(GroupAgreement::half).reversed())
                .toList();
    }
}
