package no.samtidig.improvement.meeting;

import java.util.Map;

/**
 * Votes on paper, counted in the room.
 *
 * @param voters how many voted so
 * @param votes by area
 */
public record Paper(int voters, Map<String, Integer> votes) {
    public static final Paper NONE = new Paper(0, Map.of());

    /** More people than this are not in one room. */
    public static final int MOST = 500;

    public Paper {
        votes = Map.copyOf(votes);
    }

    /** Whether so many can have voted so: three votes each, one for an area. */
    public boolean possible() {
        return voters >= 0
                && voters <= MOST
                && votes.values().stream().allMatch(it -> it >= 0 && it <= voters)
                && votes.values().stream().mapToInt(it -> it).sum() <= Votes.EACH * voters;
    }
}
