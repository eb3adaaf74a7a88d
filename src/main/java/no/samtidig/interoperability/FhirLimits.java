package no.samtidig.interoperability;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.Questionnaire;

/** What no questionnaire can have: links that are missing or the same, more than can be read, and rules that wait for themselves. */
final class FhirLimits {
    /** Comparisons that decide about one item. */
    private static final int MOST_RULES = 100;

    /** Comparisons in all, with those that an item has from what it lies in. */
    static final int MOST_RULES_IN_ALL = 10_000;

    private final Questionnaire from;
    private final List<FhirItem> top;

    FhirLimits(Questionnaire from, List<FhirItem> top) {
        this.from = from;
        this.top = top;
    }

    private Stream<FhirItem> items() {
        return top.stream().flatMap(FhirItem::all);
    }

    /** Why it is none, if it is none. */
    Optional<Reading.Refused> refusal() {
        if (!from.hasItem()) {
            return Optional.of(Reading.Refused.because(Reading.Reason.NO_ITEMS));
        }
        Set<String> links = new HashSet<>();
        for (FhirItem it : items().toList()) {
            if (it.link().isBlank()) {
                return Optional.of(Reading.Refused.because(Reading.Reason.NO_LINK, FhirTexts.shortened(it.plain())));
            }
            if (it.from().getAnswerOption().size() > Item.MOST_LINES) {
                return Optional.of(
                        Reading.Refused.because(Reading.Reason.TOO_MANY_OPTIONS, it.name(), Item.MOST_LINES));
            }
            if (it.from().getEnableWhen().size() > MOST_RULES) {
                return Optional.of(Reading.Refused.because(Reading.Reason.TOO_MANY_RULES, it.name(), MOST_RULES));
            }
            if (!links.add(it.link())) {
                return Optional.of(Reading.Refused.because(Reading.Reason.SAME_LINK, FhirTexts.shortened(it.link())));
            }
        }
        return loop().map(it -> Reading.Refused.because(Reading.Reason.LOOP, it));
    }

    /** An item that is only shown when it is answered itself, by way of others or not. Each rule is followed once. */
    private Optional<String> loop() {
        Map<String, List<String>> waits = new TreeMap<>();
        items().forEach(it -> waits.put(
                it.link(),
                it.from().getEnableWhen().stream()
                        .map(when -> Fhir.said(when.getQuestion()))
                        .toList()));
        Set<String> done = new HashSet<>();
        return waits.keySet().stream()
                .flatMap(it -> loop(it, waits, new LinkedHashSet<>(), done).stream())
                .findFirst();
    }

    /**
     * The same from one item on; no way is longer than there are items.
     *
     * @param way how we came here
     * @param done items that lead to no loop
     */
    private static Optional<String> loop(
            String here, Map<String, List<String>> waits, Set<String> way, Set<String> done) {
        if (done.contains(here)) {
            return Optional.empty();
        }
        if (!way.add(here)) {
            return way.stream().dropWhile(it -> !it.equals(here)).min(Comparator.naturalOrder());
        }
        for (String next : waits.getOrDefault(here, List.of())) {
            Optional<String> found = loop(next, waits, way, done);
            if (found.isPresent()) {
                return found;
            }
        }
        way.remove(here);
        done.add(here);
        return Optional.empty();
    }
}
