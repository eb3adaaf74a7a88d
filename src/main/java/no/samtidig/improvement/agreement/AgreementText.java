package no.samtidig.improvement.agreement;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a unit fills in: all that makes one version another than the next.
 *
 * @param staff everybody who works there, the leader too: 1 to 999
 * @param team names by place; a place that nobody is found for has none
 * @param more what the two have agreed besides, or instead
 */
public record AgreementText(Goal goal, int staff, Map<Seat, String> team, String more) {
    /** So many staff at most: more is a mistake of typing. */
    public static final int MOST_STAFF = 999;

    /** Letters in {@code more} at most. */
    public static final int LONGEST_MORE = 1_000;

    public AgreementText {
        Map<Seat, String> named = new EnumMap<>(Seat.class);
        for (Seat it : Seat.of(Math.max(1, staff))) {
            String name = team.getOrDefault(it, "").strip();
            if (!name.isEmpty()) {
                named.put(it, name);
            }
        }
        team = Map.copyOf(named);
        more = more.strip().replace("\r\n", "\n");
        if (staff < 1 || staff > MOST_STAFF) {
            throw new IllegalArgumentException("so many do not work there: " + staff);
        }
    }

    /** Who has a place. */
    public Optional<String> in(Seat seat) {
        return Optional.ofNullable(team.get(seat));
    }

    /** Whether enough of the team is found. */
    public boolean teamNamed() {
        return team.size() >= Math.min(Seat.FEWEST, Seat.of(staff).size());
    }

    public Hours hours() {
        return new Hours(staff);
    }

    /** Everything that was typed. */
    public Stream<String> words() {
        return Stream.of(goal.words(), team.values().stream(), Stream.of(more)).flatMap(it -> it);
    }
}
