package no.samtidig.improvement.coaching;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** What stood in the way: a closed list ({@code journey.md} appendix C). The words stand under {@code obstacle.<code>}. */
public enum Obstacle implements Coded {
    TIME("tid"),
    NOT_KNOWN_HOW("visste-ikke"),
    ROUTINE("rutinen"),
    DISAGREEMENT("uenighet"),
    FEAR("redd"),
    LEADER_AWAY("leder-borte"),
    NONE("ingen");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the unit's own management can move it: time, routines and who leads meanwhile. The programme's judgement. */
    public boolean managements() {
        return this == TIME || this == ROUTINE || this == LEADER_AWAY;
    }

    public static Optional<Obstacle> of(String code) {
        return Coded.of(Obstacle.class, code);
    }
}
