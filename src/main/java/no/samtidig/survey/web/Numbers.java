package no.samtidig.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Bins;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Mean;
import no.samtidig.survey.Report;
import no.samtidig.survey.Tally;

/** The numbers of a report, one to a line, as files have them. */
final class Numbers {
    private Numbers() {}

    /**
     * A number, or that it is hidden.
     *
     * @param group whose
     * @param key which answer
     * @param value which of the values; empty for what is said of all of them
     * @param count how many chose it; of a mean how many it is made of
     * @param of how many answered
     * @param few whether it is hidden because too few answered
     */
    record Entry(
            Report.Group group,
            Item.Question question,
            String key,
            Kind kind,
            String value,
            OptionalInt count,
            OptionalInt of,
            OptionalInt percent,
            OptionalDouble mean,
            OptionalDouble low,
            OptionalDouble high,
            boolean few) {}

    /** What sort of number. */
    enum Kind {
        SHARE,
        MEAN,
        HIDDEN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static List<Entry> of(Report report) {
        List<Entry> all = new ArrayList<>();
        for (Item.Question question : report.round().questionnaire().questions()) {
            if (!Wording.typed(question)) {
                for (String key : question.keys()) {
                    for (Report.Group group : report.groups(key)) {
                        add(all, report, question, key, group);
                    }
                }
            }
        }
        return all;
    }

    private static void add(List<Entry> all, Report report, Item.Question question, String key, Report.Group group) {
        Optional<Tally> found = report.tally(group, key);
        if (found.isEmpty()) {
            all.add(new Entry(
                    group,
                    question,
                    key,
                    Kind.HIDDEN,
                    "",
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    true));
            return;
        }
        Tally tally = found.get();
        Stream<String> values = question instanceof Item.NumberQuestion number
                ? Bins.of(number).all().stream()
                : question.values().stream();
        values.forEach(it -> all.add(new Entry(
                group,
                question,
                key,
                Kind.SHARE,
                it,
                OptionalInt.of(tally.of(it)),
                OptionalInt.of(tally.answered()),
                OptionalInt.of(Wording.percent(tally, it)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false)));
        if (!Wording.points(question).isEmpty()) {
            Mean.of(tally)
                    .ifPresent(it -> all.add(new Entry(
                            group,
                            question,
                            key,
                            Kind.MEAN,
                            "",
                            OptionalInt.of(it.n()),
                            OptionalInt.of(tally.answered()),
                            OptionalInt.empty(),
                            OptionalDouble.of(Wording.rounded(it.value())),
                            low(it),
                            high(it),
                            false)));
        }
    }

    private static OptionalDouble low(Mean mean) {
        return mean.interval()
                .map(it -> OptionalDouble.of(Wording.rounded(it.low())))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble high(Mean mean) {
        return mean.interval()
                .map(it -> OptionalDouble.of(Wording.rounded(it.high())))
                .orElse(OptionalDouble.empty());
    }
}
