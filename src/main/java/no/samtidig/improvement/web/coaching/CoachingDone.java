package no.samtidig.improvement.web.coaching;

import java.util.Optional;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with talks; the words stand under {@code talks.done.<code>}. */
public enum CoachingDone implements Coded {
    PLANNED("plan"),
    MORE("flere"),
    MOVED("flyttet"),
    CANCELLED("avlyst"),
    NOTED("notat"),
    AGREED("enig"),
    /** It was done, or changed, before. */
    NOTHING("uendret");

    private final String code;

    CoachingDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static Optional<CoachingDone> read(@Nullable String code) {
        return code == null ? Optional.empty() : Coded.of(CoachingDone.class, code);
    }

    /** This where it was done, else that nothing was. */
    CoachingDone where(Coaching.Outcome outcome) {
        return outcome == Coaching.Outcome.DONE ? this : NOTHING;
    }
}
