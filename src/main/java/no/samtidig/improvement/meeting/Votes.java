package no.samtidig.improvement.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.platform.code.Coded;

/**
 * What a vote came to. Of five voters or more; of fewer there is none. It never tells that nobody, one, all or all but one voted for an area:
 * {@code votes} is 1 for none or one, and one less than the voters for all or all but one.
 *
 * @param voters how many voted
 * @param votes by area, 1 to {@code voters} − 1
 */
public record Votes(int voters, Map<String, Integer> votes) {
    /** Votes one has, at most one for an area. */
    public static final int EACH = 3;

    public Votes {
        votes = Map.copyOf(votes);
        if (voters < GapResult.SHOWN || votes.values().stream().anyMatch(it -> it < 1 || it >= voters)) {
            throw new IllegalArgumentException("not a vote that can be told");
        }
    }

    /**
     * How many votes an area got, beside the others: {@code meeting.group.<code>}. The limits are Samtidig's own proposals, to be tried
     * with units.
     */
    public enum Group implements Coded {
        /** Half of those who voted, or more. */
        MANY,
        /** A quarter or more, and surely two. */
        SOME,
        FEW
    }

    /** Of so many voters so many are told: never none and never all, which would be everybody's vote. */
    static int told(int votes, int voters) {
        return Math.clamp(votes, 1, voters - 1);
    }

    /** Empty where fewer than five voted. */
    static Optional<Votes> of(int voters, Map<String, Integer> counted) {
        if (voters < GapResult.SHOWN) {
            return Optional.empty();
        }
        Map<String, Integer> votes = new LinkedHashMap<>();
        counted.forEach((area, n) -> votes.put(area, told(n, voters)));
        return Optional.of(new Votes(voters, votes));
    }

    public Group group(String area) {
        int n = votes.getOrDefault(area, 1);
        if (2 * n >= voters) {
            return Group.MANY;
        }
        return n >= 2 && 4 * n >= voters ? Group.SOME : Group.FEW;
    }

    /** Whether the number is <i>or more</i>: all or all but one. */
    public boolean orMore(String area) {
        return votes.getOrDefault(area, 1) == voters - 1;
    }

    /**
     * Whether the numbers are told beside the groups. They are not where they add up to every vote that all had: then they would tell that
     * nobody voted for anything else. Nor where one is lacking, so that it does not follow from numbers that are not there.
     */
    public boolean counted() {
        return votes.keySet().stream()
                        .filter(it -> group(it) != Group.FEW)
                        .mapToInt(votes::get)
                        .sum()
                < EACH * voters - 1;
    }

    /** Whether nothing got the votes of half: then one goal is enough, and the unit looks again in six weeks. */
    public boolean scattered() {
        return votes.keySet().stream().noneMatch(it -> group(it) == Group.MANY);
    }
}
