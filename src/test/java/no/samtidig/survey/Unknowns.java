package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.variables.InputOrder;
import org.chocosolver.solver.variables.IntVar;

/** Numbers that are not known, with what is known of them, and a world that may fit: what a constraint solver is asked with. */
final class Unknowns {
    private final Model model = new Model();
    private final Map<IntVar, Integer> world = new LinkedHashMap<>();
    private final Map<Set<IntVar>, Integer> sums = new HashMap<>();

    /**
     * One more.
     *
     * @param really what to try first
     */
    IntVar unknown(int most, int really) {
        IntVar it = model.intVar("x" + world.size(), 0, most, true);
        world.put(it, really);
        return it;
    }

    void sum(List<IntVar> parts, String operator, int number) {
        if (!parts.isEmpty()) {
            if (operator.equals("=")) {
                sums.put(Set.copyOf(parts), number);
            }
            model.sum(parts.toArray(IntVar[]::new), operator, number).post();
        } else {
            assertThat(number).as("a number that nobody can be in").isZero();
        }
    }

    void sum(List<IntVar> parts, String operator, List<IntVar> whole) {
        IntVar[] all = Stream.concat(parts.stream(), whole.stream()).toArray(IntVar[]::new);
        int[] signs = IntStream.range(0, all.length)
                .map(it -> it < parts.size() ? 1 : -1)
                .toArray();
        if (all.length > 0) {
            model.scalar(all, signs, operator, 0).post();
        }
    }

    /** Whether there is a world that fits in which these are not so many in all. The world that was given is tried first. */
    boolean possible(List<IntVar> asked, int not) {
        if (Objects.equals(sums.get(Set.copyOf(asked)), not)) {
            return false; // it is shown just so; the solver would try every way to share it out
        }
        sum(asked, "!=", not);
        Set<IntVar> order = new LinkedHashSet<>(asked);
        order.addAll(world.keySet());
        model.getSolver()
                .setSearch(Search.intVarSearch(
                        new InputOrder<>(model),
                        it -> it.contains(world.getOrDefault(it, 0)) ? world.getOrDefault(it, 0) : it.getLB(),
                        order.toArray(IntVar[]::new)));
        model.getSolver().limitTime("500ms");
        return model.getSolver().solve();
    }
}
