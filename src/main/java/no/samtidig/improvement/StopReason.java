package no.samtidig.improvement;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Why a unit said no or stopped: a closed list ({@code journey.md} appendix C). The words stand under {@code stop-reason.<code>}. */
public enum StopReason implements Coded {
    NO_TIME("ikke-tid"),
    STAFFING("bemanning"),
    REORGANISATION("omstilling"),
    OTHER_WORK("annet-arbeid"),
    NOT_OUR_GROUP("ikke-var-gruppe"),
    MANAGEMENT_ABOVE("ledelsen-over"),
    LEADER_LEFT("leder-sluttet"),
    NO_USE("ikke-nytte"),
    PRIVACY("personvern"),
    REGION("regionen"),
    CLOSED("nedlagt"),
    OTHER("annet");

    private final String code;

    StopReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<StopReason> of(String code) {
        return Coded.of(StopReason.class, code);
    }
}
