package no.samtidig.improvement.agreement;

/**
 * What the eighteen months take, in hours ({@code journey.md} section 6). A proposal of <i>Samtidig</i>'s own, not the programme's, to be
 * tried with units; the page says so. Each member of staff: lessons 3, exercises 6, meetings 4, forms 1. The leader besides: talks 12½,
 * the team 9, fidelity 4, preparation 2. Others in the team: 9.
 *
 * @param staff everybody who works there, the leader too; at least one
 */
public record Hours(int staff) {
    /** Whole working hours that each gives. */
    public static final int EACH = 3 + 6 + 4 + 1;

    private static final double LEADER_BESIDES = 12.5 + 9 + 4 + 2;
    private static final int TEAM = 9;
    private static final int MONTHS = 18;

    /** What a unit gets: talks with the coach. */
    public static final int TALKS = 25;

    /** Results meetings with help, and ratings of fidelity. */
    public static final int MEETINGS = 4;

    public Hours {
        if (staff < 1) {
            throw new IllegalArgumentException("nobody works there");
        }
    }

    /** The leader's, rounded up to a whole hour. */
    public int leader() {
        return (int) Math.ceil(EACH + LEADER_BESIDES);
    }

    /** What each of the others in the team gives besides. */
    public int team() {
        return TEAM;
    }

    /** Minutes a month for each, rounded to the nearest quarter of an hour. */
    public int minutesAMonth() {
        return Math.toIntExact(Math.round(EACH * 60.0 / MONTHS / 15) * 15);
    }

    /** The whole unit's, with the others of the team, rounded to a whole hour. */
    public int unit() {
        return Math.toIntExact(Math.round(
                (double) EACH * staff + LEADER_BESIDES + TEAM * Math.max(0, Math.min(staff, inTeam()) - 1)));
    }

    /** The same for a month, rounded to a whole hour. */
    public int unitAMonth() {
        return Math.toIntExact(Math.round((double) unit() / MONTHS));
    }

    /** Places in the team that the unit's own staff fill: all but the one with user experience, or the neighbour's. */
    private int inTeam() {
        return Seat.of(staff).size() - 1;
    }
}
