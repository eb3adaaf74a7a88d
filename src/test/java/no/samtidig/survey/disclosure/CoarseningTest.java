package no.samtidig.survey.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoarseningTest {
    record Traits(String unit, String county, String group) {
        Traits withoutUnit() {
            return new Traits("", county, group);
        }

        Traits withoutCounty() {
            return new Traits("", "", group);
        }

        Traits withoutGroup() {
            return new Traits(unit, county, "");
        }

        Traits withoutAnything() {
            return new Traits("", "", "");
        }
    }

    record Person(int number, Traits traits) {}

    private static final Coarsening<Traits> COARSENING = new Coarsening<>(
            List.of(
                    List.of(Traits::withoutUnit, Traits::withoutCounty, Traits::withoutAnything),
                    List.of(Traits::withoutUnit, Traits::withoutGroup, Traits::withoutAnything)),
            it -> (it.unit().isEmpty() ? 0 : 1)
                    + (it.county().isEmpty() ? 0 : 3)
                    + (it.group().isEmpty() ? 0 : 2));

    @Property(tries = 500)
    void every_cell_holds_five_nobody_is_lost_or_doubled_and_nobody_gets_traits_that_are_not_theirs(
            @ForAll @Size(max = 90) List<@IntRange(max = 17) Integer> where, @ForAll long seed) {
        List<Person> people = people(where);
        Coarsening.Plan<Traits, Person> plan = COARSENING.divide(people, Person::traits, new Random(seed));
        assertThat(plan.cells().values()).allSatisfy(it -> assertThat(it).hasSizeGreaterThanOrEqualTo(Coarsening.K));
        List<Person> all = new ArrayList<>(plan.left());
        plan.cells().values().forEach(all::addAll);
        assertThat(all).containsExactlyInAnyOrderElementsOf(people);
        plan.cells()
                .forEach((traits, cell) -> assertThat(cell)
                        .allSatisfy(it -> assertThat(fits(it.traits(), traits)).isTrue()));
        assertThat(plan.left().size()).isLessThan(Coarsening.K);
        assertThat(plan.left()).matches(it -> it.isEmpty() || people.size() < Coarsening.K);
    }

    @Property(tries = 500)
    void counts_are_told_with_five_or_more_or_not_at_all(
            @ForAll @Size(max = 60) List<@IntRange(max = 17) Integer> where) {
        Map<Traits, Integer> counts = new HashMap<>();
        people(where).forEach(it -> counts.merge(it.traits(), 1, Integer::sum));
        Map<Traits, Traits> told = COARSENING.join(counts);
        Map<Traits, Integer> groups = new HashMap<>();
        told.forEach((from, to) -> groups.merge(to, counts.get(from), Integer::sum));
        assertThat(groups.values()).allMatch(it -> it >= Coarsening.K);
        told.forEach((from, to) -> assertThat(fits(from, to)).isTrue());
        assertThat(told.keySet()).isEqualTo(where.size() >= Coarsening.K ? counts.keySet() : Set.of());
    }

    /** The guard's own guard: hiding small cells without coarsening is what the property above would refuse. */
    @Test
    void hiding_alone_leaves_a_small_group_to_be_found_by_subtraction() {
        List<Person> people = people(List.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1));
        long total = people.size();
        long shown = people.stream().filter(it -> it.traits().equals(traits(0))).count();
        assertThat(total - shown).isBetween(1L, Coarsening.K - 1L);
        Coarsening.Plan<Traits, Person> plan = COARSENING.divide(people, Person::traits, new Random(1));
        plan.cells()
                .values()
                .forEach(it -> assertThat(total - it.size()).matches(rest -> rest == 0 || rest >= Coarsening.K));
    }

    @Test
    void the_few_are_joined_by_some_chosen_at_random_and_the_rest_keep_all() {
        List<Integer> where = new ArrayList<>(java.util.Collections.nCopies(9, 0));
        where.addAll(List.of(3, 3));
        Set<Set<Integer>> joined = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            Coarsening.Plan<Traits, Person> plan = COARSENING.divide(people(where), Person::traits, new Random(seed));
            assertThat(plan.cells().get(traits(0))).hasSize(6);
            Set<Integer> others = new HashSet<>();
            plan.cells().forEach((traits, cell) -> {
                if (!traits.equals(traits(0))) {
                    cell.forEach(it -> others.add(it.number()));
                }
            });
            assertThat(others).hasSize(5).contains(9, 10);
            joined.add(others);
        }
        assertThat(joined).hasSizeGreaterThan(5);
    }

    @Test
    void four_in_all_are_told_about_nowhere() {
        assertThat(COARSENING
                        .divide(people(List.of(0, 0, 1, 5)), Person::traits, new Random(1))
                        .cells())
                .isEmpty();
        assertThat(COARSENING.join(Map.of(traits(0), 4))).isEmpty();
    }

    private static Traits traits(int at) {
        int county = at / 3 % 3;
        return new Traits("unit" + at % 9, "county" + county, "group" + at % 2);
    }

    private static List<Person> people(List<Integer> where) {
        List<Person> people = new ArrayList<>();
        where.forEach(it -> people.add(new Person(people.size(), traits(it))));
        return people;
    }

    private static boolean fits(Traits fine, Traits coarse) {
        return (coarse.unit().isEmpty() || coarse.unit().equals(fine.unit()))
                && (coarse.county().isEmpty() || coarse.county().equals(fine.county()))
                && (coarse.group().isEmpty() || coarse.group().equals(fine.group()));
    }
}
