package no.samtidig.improvement.agreement;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/**
 * The ten points that must stand before a unit is anchored ({@code journey.md} section 6). What they say stands under
 * {@code anchor.<code>}.
 */
public enum AnchorPoint implements Coded {
    LINE_MANAGER,
    TIME_IN_ROSTER,
    COVER,
    TEAM,
    REPRESENTATIVES,
    USER_COUNCIL,
    OTHER_PROJECTS,
    DATES,
    OBSTACLES,
    TOLD_STAFF;

    static Optional<AnchorPoint> of(String code) {
        return Coded.of(AnchorPoint.class, code);
    }
}
