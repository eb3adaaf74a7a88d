package no.samtidig.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.samtidig.platform.yaml.ContentProblem;
import org.jspecify.annotations.Nullable;

/**
 * What makes a lesson the same lesson in another language: the same steps and directives at the same addresses, with as many options,
 * items and choices, right in the same places. Learners' work hangs on it in every language.
 */
final class Translation {
    private Translation() {}

    /**
     * The translation, if it has its original's shape.
     *
     * @param original null for a lesson that is no translation
     * @throws ContentProblem naming the first difference
     */
    static Lesson checked(Path file, @Nullable Lesson original, Lesson translation) {
        if (original != null) {
            Map<String, String> wanted = shape(original);
            Map<String, String> found = shape(translation);
            wanted.forEach((address, what) -> {
                if (!what.equals(found.get(address))) {
                    throw problem(file, address, what, String.valueOf(found.get(address)));
                }
            });
            found.forEach((address, what) -> {
                if (!wanted.containsKey(address)) {
                    throw problem(file, address, "nothing", what);
                }
            });
        }
        return translation;
    }

    private static ContentProblem problem(Path file, String address, String wanted, String found) {
        return new ContentProblem(
                file,
                1,
                "the translation differs from its original at '" + address + "': " + found + " instead of " + wanted,
                "give both languages the same steps, directives, options and order");
    }

    /** Address to what stands there, in order. */
    private static Map<String, String> shape(Lesson lesson) {
        Map<String, String> shape = new TreeMap<>();
        shape.put(
                "",
                String.join(" ", lesson.steps().stream().map(Lesson.Step::id).toList()));
        for (Lesson.Step step : lesson.steps()) {
            shape.put(
                    step.id(),
                    String.join(" ", step.blocks().stream().map(Block::id).toList()));
            step.blocks().forEach(it -> shape.put(it.id(), shape(it)));
        }
        return shape;
    }

    private static String shape(Block block) {
        String kind = block.getClass().getSimpleName();
        return switch (block) {
            case Block.SingleChoice it -> kind + " " + right(it.options());
            case Block.MultipleChoice it -> kind + " " + right(it.options());
            case Block.DutyCase it -> kind + " " + right(it.options());
            case Block.Ordering it -> kind + " of " + it.items().size();
            case Block.Matching it -> kind + " of " + it.pairs().size();
            case Block.BranchingCase it -> kind + " " + new TreeMap<>(ways(it));
            case Block.ClaimCard it -> kind + " " + it.claim().id();
            case Block.SheetBlock it -> kind + " " + it.sheet().slug();
            case Block.Text _,
                    Block.Figure _,
                    Block.FactBox _,
                    Block.Quote _,
                    Block.Film _,
                    Block.Reflection _,
                    Block.ShiftTask _,
                    Block.TeamExercise _,
                    Block.LadderBlock _,
                    Block.VoiceSlot _,
                    Block.Summary _ -> kind;
        };
    }

    private static String right(List<Block.Option> options) {
        return options.stream()
                .map(it -> it.correct() ? "right" : "wrong")
                .toList()
                .toString();
    }

    private static Map<String, String> ways(Block.BranchingCase block) {
        Map<String, String> ways = new TreeMap<>();
        block.scenes()
                .forEach((name, scene) -> ways.put(
                        name,
                        switch (scene) {
                            case Block.Ending _ -> "ending";
                            case Block.Fork fork ->
                                fork.choices().stream()
                                        .map(Block.Choice::to)
                                        .toList()
                                        .toString();
                        }));
        return ways;
    }
}
