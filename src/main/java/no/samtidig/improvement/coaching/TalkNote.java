package no.samtidig.improvement.coaching;

import java.util.Optional;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.action.ActionId;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed in a talk: one action, what stood in the way, the next step. No patients, no named colleague.
 *
 * @param action which of the unit's actions was talked of; null for none
 * @param done whether the step of the talk before was done; null where there was none
 * @param step who does what, before when
 */
public record TalkNote(
        @Nullable ActionId action,
        Obstacle obstacle,
        @Nullable StepDone done,
        String step) {
    /** Letters of the step at most. */
    public static final int LONGEST = 200;

    public TalkNote {
        step = OneLine.of(step);
    }

    /** What can be wrong with it; the words stand under {@code talks.flaw.<code>}. */
    public enum Flaw implements Coded {
        NO_STEP,
        LONG_STEP,
        PATIENT
    }

    Optional<Flaw> flaw() {
        if (step.isEmpty()) {
            return Optional.of(Flaw.NO_STEP);
        }
        if (step.length() > LONGEST) {
            return Optional.of(Flaw.LONG_STEP);
        }
        return NoPatients.found(step) ? Optional.of(Flaw.PATIENT) : Optional.empty();
    }
}
