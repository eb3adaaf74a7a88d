package no.samtidig.improvement.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be told as change between the first and the last rating that both sides said yes to: a step or more on an anchor that both
 * agreed on both times, and the mean of the seven where it moved at least {@link #TOLD}.
 *
 * @param from the first rating
 * @param to the last
 * @param up anchors that came further, in their order
 * @param down anchors that went back
 * @param meanBefore mean of the seven then; empty where one of them is missing
 * @param meanAfter the same now
 */
public record FidelityChange(
        Rating from,
        Rating to,
        List<Step> up,
        List<Step> down,
        Optional<Double> meanBefore,
        Optional<Double> meanAfter) {
    /** The mean of the seven is told as change only from so much on: a proposal of the programme, {@code journey.md} section 4. */
    public static final double TOLD = 0.5;

    private static final double NEARLY = 1e-9;

    public FidelityChange {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** One anchor, then and now. */
    public record Step(Anchor anchor, int before, int after) {}

    /** A rating that both sides said yes to, with what stands. */
    public record Settled(Rating rating, Map<String, Agreed> agreed) {
        public Settled {
            agreed = Map.copyOf(agreed);
        }

        /** The level that stands for an anchor. */
        public Optional<Agreed> at(Anchor anchor) {
            return Optional.ofNullable(agreed.get(anchor.id()));
        }

        /** Mean of the levels that stand; empty where one is missing. */
        public Optional<Double> mean(List<Anchor> of) {
            return of.stream().allMatch(it -> agreed.containsKey(it.id()))
                    ? Optional.of(of.stream()
                            .mapToInt(it ->
                                    Objects.requireNonNull(agreed.get(it.id())).level())
                            .average()
                            .orElse(0))
                    : Optional.empty();
        }
    }

    /** Between the first and the last; empty where there are not two. */
    public static Optional<FidelityChange> of(List<Settled> settled, List<Anchor> whole) {
        if (settled.size() < 2) {
            return Optional.empty();
        }
        Settled first = settled.getFirst();
        Settled last = settled.getLast();
        List<Step> up = new ArrayList<>();
        List<Step> down = new ArrayList<>();
        for (Anchor anchor : whole) {
            Optional<Agreed> before = first.at(anchor).filter(Agreed::together);
            Optional<Agreed> after = last.at(anchor).filter(Agreed::together);
            if (before.isPresent() && after.isPresent()) {
                Step step = new Step(anchor, before.get().level(), after.get().level());
                if (step.after > step.before) {
                    up.add(step);
                } else if (step.after < step.before) {
                    down.add(step);
                }
            }
        }
        return Optional.of(
                new FidelityChange(first.rating, last.rating, up, down, first.mean(whole), last.mean(whole)));
    }

    /** Whether the mean of the seven may be told as change. */
    public boolean meanTold() {
        return meanBefore.isPresent()
                && meanAfter.isPresent()
                && Math.abs(meanAfter.get() - meanBefore.get()) >= TOLD - NEARLY;
    }
}
