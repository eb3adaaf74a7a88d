package no.samtidig.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.samtidig.catalogue.Block;

/** Whether an answer can be one at all, and whether it is right. Pure. */
public final class Marking {
    private Marking() {}

    /** What marking says. */
    public sealed interface Marked {
        /** An answer, right, wrong or (in a case) neither. */
        record Valid(Optional<Boolean> correct) implements Marked {}

        /** Nothing chosen, or not everything that must be. */
        record Incomplete() implements Marked {}

        /** No form of ours sends this. */
        record Impossible() implements Marked {}
    }

    /** Marks a choice; see {@link Answer} for its shape. */
    public static Marked mark(Block block, List<Integer> choice) {
        return switch (block) {
            case Block.SingleChoice it -> one(it.options(), choice);
            case Block.DutyCase it -> one(it.options(), choice);
            case Block.MultipleChoice it -> several(it.options(), choice);
            case Block.Ordering it -> ordered(it.items().size(), choice);
            case Block.Matching it -> matched(it.pairs().size(), choice);
            case Block.BranchingCase it ->
                scene(it, choice).isPresent() ? new Marked.Valid(Optional.empty()) : new Marked.Impossible();
            case Block.Text _,
                    Block.Figure _,
                    Block.FactBox _,
                    Block.Quote _,
                    Block.Film _,
                    Block.Reflection _,
                    Block.ShiftTask _,
                    Block.TeamExercise _,
                    Block.ClaimCard _,
                    Block.SheetBlock _,
                    Block.LadderBlock _,
                    Block.VoiceSlot _,
                    Block.Summary _ -> new Marked.Impossible();
        };
    }

    private static Marked one(List<Block.Option> options, List<Integer> choice) {
        if (choice.isEmpty()) {
            return new Marked.Incomplete();
        }
        if (choice.size() > 1 || outside(options.size(), choice)) {
            return new Marked.Impossible();
        }
        return valid(options.get(choice.getFirst()).correct());
    }

    private static Marked several(List<Block.Option> options, List<Integer> choice) {
        if (choice.isEmpty()) {
            return new Marked.Incomplete();
        }
        Set<Integer> chosen = new HashSet<>(choice);
        if (chosen.size() < choice.size() || outside(options.size(), choice)) {
            return new Marked.Impossible();
        }
        return valid(
                IntStream.range(0, options.size()).allMatch(i -> options.get(i).correct() == chosen.contains(i)));
    }

    private static Marked ordered(int size, List<Integer> choice) {
        if (choice.size() != size || outside(size, choice) || new HashSet<>(choice).size() < size) {
            return new Marked.Impossible();
        }
        return valid(inPlace(choice));
    }

    private static Marked matched(int size, List<Integer> choice) {
        if (choice.size() < size || choice.contains(-1)) {
            return new Marked.Incomplete();
        }
        return choice.size() > size || outside(size, choice) ? new Marked.Impossible() : valid(inPlace(choice));
    }

    /** The order if it is one of the block's options, else none. */
    static List<Integer> orderOf(Block block, List<Integer> order) {
        if (!(block instanceof Block.Question question)) {
            return List.of();
        }
        int size =
                switch (question) {
                    case Block.SingleChoice it -> it.options().size();
                    case Block.MultipleChoice it -> it.options().size();
                    case Block.DutyCase it -> it.options().size();
                    case Block.Ordering _, Block.Matching _ -> 0;
                };
        boolean fits = order.size() == size && !outside(size, order) && new HashSet<>(order).size() == size;
        return fits ? order : List.of();
    }

    private static boolean inPlace(List<Integer> choice) {
        return IntStream.range(0, choice.size()).allMatch(i -> choice.get(i) == i);
    }

    private static boolean outside(int size, List<Integer> choice) {
        return choice.stream().anyMatch(it -> it < 0 || it >= size);
    }

    private static Marked valid(boolean correct) {
        return new Marked.Valid(Optional.of(correct));
    }

    /** The scene a way leads to; empty where there is no such way. */
    public static Optional<Block.Scene> scene(Block.BranchingCase block, List<Integer> way) {
        Block.Scene scene = block.scenes().get(block.start());
        for (int choice : way) {
            if (!(scene instanceof Block.Fork fork)
                    || choice < 0
                    || choice >= fork.choices().size()) {
                return Optional.empty();
            }
            scene = block.scenes().get(fork.choices().get(choice).to());
        }
        return Optional.ofNullable(scene);
    }
}
