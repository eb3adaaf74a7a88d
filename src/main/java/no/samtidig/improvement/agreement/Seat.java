package no.samtidig.improvement.agreement;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** A place in the unit's team (arbeidslag, {@code journey.md} section 6). What it is called stands under {@code seat.<code>}. */
public enum Seat implements Coded {
    /** With authority over the roster. */
    LEADER,
    MILIEU,
    CLINICIAN,
    /** One who doubts. */
    DOUBTER,
    /** One whom others ask. */
    ASKED,
    /** With user experience, and paid. */
    LIVED_EXPERIENCE,
    /** In a small unit: one who works there. */
    COLLEAGUE,
    /** In a small unit: one from the neighbour unit. */
    NEIGHBOUR;

    /** A unit with fewer staff has a team of three. */
    public static final int SMALL = 8;

    /** A team of six places is named when so many have a name; one of three when all have. */
    static final int FEWEST = 4;

    /** Letters in a name at most. */
    public static final int LONGEST_NAME = 80;

    /** The places of a unit with so many staff. */
    public static List<Seat> of(int staff) {
        return staff < SMALL
                ? List.of(LEADER, COLLEAGUE, NEIGHBOUR)
                : List.of(LEADER, MILIEU, CLINICIAN, DOUBTER, ASKED, LIVED_EXPERIENCE);
    }

    static Optional<Seat> of(String code) {
        return Coded.of(Seat.class, code);
    }
}
