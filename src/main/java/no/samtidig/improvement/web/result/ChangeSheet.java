package no.samtidig.improvement.web.result;

import java.util.List;
import no.samtidig.platform.LocalizedText;

/**
 * What changed since the round before, as it is read.
 *
 * @param since which round that was
 * @param people how many answered then and now
 * @param season in which months
 * @param told whether there are numbers
 * @param nothing whether no area may be called changed
 * @param chosen areas that goals were about
 * @param others the other areas, always beside them
 */
public record ChangeSheet(
        String since,
        String people,
        String season,
        boolean told,
        boolean nothing,
        List<Line> chosen,
        List<Line> others) {
    public ChangeSheet {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    /**
     * An area.
     *
     * @param changed whether it may be called changed
     */
    public record Line(
            LocalizedText.Text name,
            boolean changed,
            String gap,
            String practice,
            String importance,
            String smallest) {}
}
