package no.samtidig.improvement.coaching;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Whether the step agreed in the talk before was done. The words stand under {@code step-done.<code>}. */
public enum StepDone implements Coded {
    YES,
    PARTLY,
    NO;

    public static Optional<StepDone> of(String code) {
        return Coded.of(StepDone.class, code);
    }
}
