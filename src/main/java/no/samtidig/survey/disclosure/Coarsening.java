package no.samtidig.survey.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import no.samtidig.survey.Round;

/**
 * Local recoding to k-anonymity (Samarati and Sweeney 1998; LeFevre, DeWitt and Ramakrishnan 2006): things with the same traits are kept
 * with them if at least {@link #K} share them; those that are too few lose one trait after another until they are enough. Since every
 * cell that results holds at least K, whatever is added up or subtracted from cells is about at least K too, or about nobody. That is why
 * nothing has to be hidden a second time when totals, splits, files and points in time are compared.
 *
 * <p>Which traits are lost is decided by the counts only, never by what was answered: every order of losing them is tried, and the one
 * that keeps most of worth is taken.
 *
 * @param orders ways to lose traits. In each, a step leaves out more than the one before, and the last leaves out everything
 * @param worth how much is kept by one thing with these traits
 * @param <T> the traits, comparable by {@code equals}
 */
public record Coarsening<T>(List<List<UnaryOperator<T>>> orders, ToIntFunction<T> worth) {
    /** The smallest group anything is told about. */
    public static final int K = Round.FEWEST;

    public Coarsening {
        orders = List.copyOf(orders);
    }

    /**
     * What goes out, and how.
     *
     * @param cells traits to what is kept with them; each holds {@link #K} or more
     * @param left what cannot go out, because all there is is too little
     */
    public record Plan<T, E>(Map<T, List<E>> cells, List<E> left) {
        public Plan {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
            left = List.copyOf(left);
        }
    }

    /**
     * Divides things into cells.
     *
     * <p>Where a few remain, things from larger cells under the same traits join them, chosen at random, so that the few keep as many
     * traits as they can; a cell with none to spare joins as a whole.
     *
     * @param all things, in any order
     * @param traits of a thing, as fine as they are known
     * @param random decides who joins, and the order within each cell
     */
    public <E> Plan<T, E> divide(Collection<E> all, Function<E, T> traits, RandomGenerator random) {
        List<E> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, Random.from(random));
        Map<T, List<E>> fine = new LinkedHashMap<>();
        shuffled.forEach(it ->
                fine.computeIfAbsent(traits.apply(it), _ -> new ArrayList<>()).add(it));
        Plan<T, E> best = best(fine, true, Random.from(random));
        best.cells().values().forEach(it -> Collections.shuffle(it, Random.from(random)));
        return best;
    }

    /**
     * The same for counts that cannot be divided: each goes whole.
     *
     * @param counts traits to how many; none is negative
     * @return each trait with a count above none, to the traits it may be told with; not there where it cannot be told at all
     */
    public Map<T, T> join(Map<T, Integer> counts) {
        Map<T, List<T>> fine = new LinkedHashMap<>();
        counts.forEach((traits, n) -> {
            if (n > 0) {
                fine.put(traits, Collections.nCopies(n, traits));
            }
        });
        Map<T, T> told = new LinkedHashMap<>();
        best(fine, false, new Random(0)).cells().forEach((target, from) -> from.forEach(it -> told.put(it, target)));
        return told;
    }

    private <E> Plan<T, E> best(Map<T, List<E>> fine, boolean divisible, Random random) {
        Plan<T, E> best = null;
        long most = -1;
        for (List<UnaryOperator<T>> order : orders) {
            for (int joinFrom = 0; joinFrom < order.size(); joinFrom++) {
                Plan<T, E> plan = attempt(fine, order, joinFrom, divisible, random);
                long kept = plan.cells().entrySet().stream()
                        .mapToLong(it -> (long) (1 + worth.applyAsInt(it.getKey()))
                                * it.getValue().size())
                        .sum();
                if (best == null || kept > most) {
                    best = plan;
                    most = kept;
                }
            }
        }
        return best == null ? new Plan<>(Map.of(), List.of()) : best;
    }

    /** One way: cells with none to spare join the few as a whole from this step on. */
    private static <T, E> Plan<T, E> attempt(
            Map<T, List<E>> fine, List<UnaryOperator<T>> order, int joinFrom, boolean divisible, Random random) {
        Map<T, List<E>> whole = new LinkedHashMap<>();
        Map<T, List<E>> few = new LinkedHashMap<>();
        fine.forEach((traits, all) -> (all.size() >= K ? whole : few).put(traits, new ArrayList<>(all)));
        UnaryOperator<T> coarse = UnaryOperator.identity();
        for (int step = 0; step < order.size() && !few.isEmpty(); step++) {
            UnaryOperator<T> finer = coarse;
            UnaryOperator<T> further = order.get(step);
            coarse = it -> further.apply(finer.apply(it));
            Map<T, List<E>> pools = new LinkedHashMap<>();
            for (Map.Entry<T, List<E>> it : few.entrySet()) {
                pools.computeIfAbsent(coarse.apply(it.getKey()), _ -> new ArrayList<>())
                        .addAll(it.getValue());
            }
            few.clear();
            for (Map.Entry<T, List<E>> pool : pools.entrySet()) {
                if (pool.getValue().size() < K) {
                    fill(pool.getKey(), pool.getValue(), whole, coarse, step >= joinFrom, divisible, random);
                }
                (pool.getValue().size() >= K ? whole : few)
                        .computeIfAbsent(pool.getKey(), _ -> new ArrayList<>())
                        .addAll(pool.getValue());
            }
        }
        return new Plan<>(whole, few.values().stream().flatMap(List::stream).toList());
    }

    /** Brings a pool up to size from cells under the same traits: from those with most to spare, or with the smallest as a whole. */
    private static <T, E> void fill(
            T target,
            List<E> pool,
            Map<T, List<E>> whole,
            UnaryOperator<T> coarse,
            boolean join,
            boolean divisible,
            Random random) {
        List<E> same = whole.remove(target);
        if (same != null) {
            pool.addAll(same);
            return;
        }
        List<Map.Entry<T, List<E>>> under = new ArrayList<>(whole.entrySet().stream()
                .filter(it -> coarse.apply(it.getKey()).equals(target))
                .toList());
        Collections.shuffle(under, random);
        Comparator<Map.Entry<T, List<E>>> size =
                Comparator.comparingInt(it -> it.getValue().size());
        int spare = under.stream().mapToInt(it -> it.getValue().size() - K).sum();
        if (divisible && pool.size() + spare >= K) {
            while (pool.size() < K) {
                pool.add(Collections.max(under, size).getValue().removeLast());
            }
        } else if (join && !under.isEmpty()) {
            Map.Entry<T, List<E>> smallest = Collections.min(under, size);
            pool.addAll(smallest.getValue());
            whole.remove(smallest.getKey());
        }
    }
}
