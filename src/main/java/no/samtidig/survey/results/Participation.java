package no.samtidig.survey.results;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Report.GroupKey;

/**
 * How many were asked at a place and in its parts, and how many answered as far as it may be told. It works with what is shown alone.
 *
 * @param counted answers shown of each group
 * @param asked invited of each group
 * @param held groups that have answers and are shown none
 * @param whole rounds in which everybody who answered at the place is among those shown for it
 */
record Participation(
        Map<GroupKey, Integer> counted, Map<GroupKey, Integer> asked, Set<GroupKey> held, Set<RoundId> whole) {
    Participation {
        counted = Map.copyOf(counted);
        asked = Map.copyOf(asked);
        held = Set.copyOf(held);
        whole = Set.copyOf(whole);
    }

    Group total(GroupKey key, String name) {
        return group(key, name, whole.contains(key.round()));
    }

    /**
     * One of the parts.
     *
     * @param all the keys of all parts, of the same round
     */
    Group part(GroupKey key, String name, GroupKey total, List<GroupKey> all) {
        int together = all.stream().mapToInt(it -> counted.getOrDefault(it, 0)).sum();
        return group(key, name, whole.contains(key.round()) && together == counted.getOrDefault(total, 0));
    }

    private Group group(GroupKey key, String name, boolean everybody) {
        Integer n = counted.get(key);
        // rounds settled before withdrawn invitations were counted may have fewer invited than answers
        int invited = Math.max(asked.getOrDefault(key, 0), n == null ? 0 : n);
        if (n == null) {
            return new Group(
                    key,
                    name,
                    OptionalInt.empty(),
                    invited,
                    held.contains(key) ? new Answered.HeldBack() : new Answered.Untold());
        }
        return new Group(
                key, name, OptionalInt.of(n), invited, everybody ? new Answered.All(n) : new Answered.AtLeast(n));
    }
}
