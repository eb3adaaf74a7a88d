package no.samtidig.learning.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The numbers a form sends, and the orders it shows. */
final class Choices {
    private Choices() {}

    /** Comma-joined whole numbers from -1 to 99; empty where it is anything else. */
    static List<Integer> parse(String joined) {
        return joined.length() <= 200 && joined.matches("(?:-1|\\d{1,2})(?:,(?:-1|\\d{1,2}))*+")
                ? Stream.of(joined.split(",")).map(Integer::valueOf).toList()
                : List.of();
    }

    /** The same for a field that is sent once for each number. */
    static List<Integer> parse(List<String> values) {
        return parse(String.join(",", values));
    }

    /** All of them in any order, each as likely; the same seed, the same order. */
    static List<Integer> shuffled(int size, long seed) {
        return shuffled(size, new SplittableRandom(seed));
    }

    /** All of them in another order than as written; the same seed, the same order. */
    static List<Integer> mixed(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> order = shuffled(size, random);
        while (size > 1 && order.equals(Asking.unmixed(size))) {
            order = shuffled(size, random);
        }
        return order;
    }

    private static List<Integer> shuffled(int size, SplittableRandom random) {
        List<Integer> order = new ArrayList<>(Asking.unmixed(size));
        Collections.shuffle(order, random);
        return order;
    }

    /**
     * Moves one item of an order up or down; {@code 2:opp}.
     *
     * @throws ProblemException if no form of ours sends this
     */
    static List<Integer> moved(List<Integer> order, int size, String move) {
        if (!StepPages.permutes(order, size) || !move.matches("\\d{1,2}:(opp|ned)")) {
            throw new ProblemException(Problem.NOT_UNDERSTOOD);
        }
        List<Integer> next = new ArrayList<>(order);
        int from = next.indexOf(Integer.valueOf(move.split(":")[0]));
        int to = move.endsWith("opp") ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < next.size()) {
            Collections.swap(next, from, to);
        }
        return next;
    }

    /** {@code block:2,0,1}: an order under way, kept in the address so that nothing else has to remember it. */
    static Map<String, List<Integer>> underWay(@Nullable String order) {
        if (order == null || order.indexOf(':') < 1) {
            return Map.of();
        }
        int colon = order.indexOf(':');
        List<Integer> items = parse(order.substring(colon + 1));
        return items.isEmpty() ? Map.of() : Map.of(order.substring(0, colon), items);
    }
}
