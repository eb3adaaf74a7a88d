package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several p values corrected together: sorted, the running maximum of min(1, (m − i + 1) p₍ᵢ₎).
 *
 * <p>Source: Holm 1979; as R's {@code p.adjust}.
 *
 * @param adjusted in the order they were given
 */
public record Holm(List<Double> adjusted) {
    public Holm {
        adjusted = List.copyOf(adjusted);
    }

    /** These, corrected. */
    public static Holm of(List<Double> p) {
        List<Integer> order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(p.size(), 1.0));
        double highest = 0;
        for (int i = 0; i < order.size(); i++) {
            highest = Math.max(highest, Math.min(1, (p.size() - i) * p.get(order.get(i))));
            adjusted.set(order.get(i), highest);
        }
        return new Holm(adjusted);
    }
}
