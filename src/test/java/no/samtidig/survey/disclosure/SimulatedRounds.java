package no.samtidig.survey.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.Round;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;

/**
 * How much of who answered is kept, over many simulated rounds; run by {@code bin/simulate-rounds}. Three hundred people in twelve units of
 * ten to forty, in four counties, two leaders in each; each answers with the same chance.
 */
final class SimulatedRounds {
    private static final List<Integer> SIZES = List.of(40, 38, 34, 30, 28, 26, 24, 22, 18, 16, 14, 10);
    private static final List<String> COUNTIES = List.of("50", "46", "34", "03");

    private SimulatedRounds() {}

    static List<Traits> threeHundred() {
        List<Traits> people = new ArrayList<>();
        for (int unit = 0; unit < SIZES.size(); unit++) {
            for (int i = 0; i < SIZES.get(unit); i++) {
                StaffGroup group = i < 2
                        ? StaffGroup.LEADER
                        : i % 10 == 2 ? StaffGroup.OTHER : i % 2 == 0 ? StaffGroup.MILIEU : StaffGroup.CLINICIAN;
                people.add(new Traits(
                        new UnitPath("no.eier" + unit % 6 + ".e" + unit),
                        COUNTIES.get(unit % COUNTIES.size()),
                        unit / 4 % 2 == 0 ? ServiceLevel.PRIMARY : ServiceLevel.SPECIALIST,
                        group));
            }
        }
        return people;
    }

    /**
     * What was kept over all rounds.
     *
     * @param answers trait to how many of a hundred answers kept it
     * @param allWhole trait to the rounds in which all its groups were shown with everybody who answered in them
     * @param groupsWhole trait to how many of a hundred groups were
     * @param leadersWhole rounds in which the leaders were
     */
    record Kept(
            int rounds,
            Map<String, Double> answers,
            Map<String, Integer> allWhole,
            Map<String, Double> groupsWhole,
            int leadersWhole) {
        Kept {
            answers = Map.copyOf(answers);
            allWhole = Map.copyOf(allWhole);
            groupsWhole = Map.copyOf(groupsWhole);
        }
    }

    private static final Map<String, Function<Traits, @Nullable Object>> TRAITS = traits();

    private static Map<String, Function<Traits, @Nullable Object>> traits() {
        Map<String, Function<Traits, @Nullable Object>> all = new LinkedHashMap<>();
        all.put("staff group", Traits::staffGroup);
        all.put("unit", Traits::unit);
        all.put("county", Traits::county);
        all.put("level", Traits::level);
        return all;
    }

    static Kept play(Coarsening<Traits> coarsening, int rate, int rounds) {
        List<Traits> invited = threeHundred();
        int answers = 0;
        Map<String, Integer> kept = new HashMap<>();
        Map<String, Integer> allWhole = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        Map<String, Integer> whole = new HashMap<>();
        int leaders = 0;
        for (int seed = 0; seed < rounds; seed++) {
            Random random = new Random(new SplittableRandom(seed).nextLong());
            List<Traits> answered =
                    invited.stream().filter(_ -> random.nextInt(100) < rate).toList();
            answers += answered.size();
            List<Traits> told = coarsening.divide(answered, it -> it, random).cells().entrySet().stream()
                    .flatMap(it -> it.getValue().stream().map(_ -> it.getKey()))
                    .toList();
            for (Map.Entry<String, Function<Traits, @Nullable Object>> trait : TRAITS.entrySet()) {
                Map<Object, Integer> really = counts(answered, trait.getValue());
                Map<Object, Integer> shown = counts(told, trait.getValue());
                int same = (int) really.entrySet().stream()
                        .filter(it -> it.getValue().equals(shown.get(it.getKey())))
                        .count();
                kept.merge(
                        trait.getKey(),
                        shown.values().stream().mapToInt(it -> it).sum(),
                        Integer::sum);
                groups.merge(trait.getKey(), really.size(), Integer::sum);
                whole.merge(trait.getKey(), same, Integer::sum);
                allWhole.merge(trait.getKey(), same == really.size() ? 1 : 0, Integer::sum);
                leaders += trait.getKey().equals("staff group")
                                && really.getOrDefault(StaffGroup.LEADER, 0).equals(shown.get(StaffGroup.LEADER))
                        ? 1
                        : 0;
            }
        }
        return new Kept(rounds, shares(kept, _ -> 0, answers), allWhole, shares(whole, groups::get, 0), leaders);
    }

    private static Map<String, Double> shares(
            Map<String, Integer> of, Function<String, @Nullable Integer> all, int every) {
        Map<String, Double> shares = new HashMap<>();
        of.forEach((trait, n) -> {
            Integer own = all.apply(trait);
            shares.put(trait, 100.0 * n / (every > 0 || own == null ? every : own));
        });
        return shares;
    }

    private static Map<Object, Integer> counts(List<Traits> people, Function<Traits, @Nullable Object> trait) {
        Map<Object, Integer> counts = new HashMap<>();
        people.forEach(it -> {
            Object of = trait.apply(it);
            if (of != null) {
                counts.merge(of, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** Prints the table of {@code docs/statistics.md}. */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        System.out.println("| Rule | Answer | "
                + String.join(
                        " | ",
                        TRAITS.keySet().stream()
                                .map(it -> it + ": answers that keep it, groups whole, rounds with all whole")
                                .toList())
                + " | Leaders whole |");
        System.out.println("| --- | --- " + "| --- ".repeat(TRAITS.size()) + "| --- |");
        Map<String, Coarsening<Traits>> rules = new LinkedHashMap<>();
        rules.put("before: 2, 6, 3, 5", Traits.coarsening(2, 6, 3, 5));
        Stream.of(Round.First.values()).forEach(it -> rules.put(it.code(), Traits.coarsening(it)));
        rules.forEach((name, rule) -> Sight.RATES.forEach(rate -> {
            Kept kept = play(rule, rate, rounds);
            StringBuilder line = new StringBuilder("| " + name + " | " + rate + " % |");
            TRAITS.keySet()
                    .forEach(it -> line.append(String.format(
                            Locale.ROOT,
                            " %.0f %%, %.0f %%, %d |",
                            kept.answers().get(it),
                            kept.groupsWhole().get(it),
                            kept.allWhole().get(it))));
            System.out.println(line.append(" ").append(kept.leadersWhole()).append(" |"));
        }));
    }
}
