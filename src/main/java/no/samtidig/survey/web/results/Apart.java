package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;

/**
 * Differences between two rounds, or between groups of staff, in sentences: only where the 95 % interval of the difference leaves nothing
 * out, and with how many comparisons were made, since one of twenty looks like a difference by chance alone. Regions are never told apart:
 * nobody is ranked.
 */
record Apart(Report report, ReportWording words) {
    private static final int ONE_OF = 20;

    /**
     * A difference of two means.
     *
     * @param far in parts of the scale
     */
    private record Found(
            Item.Question question,
            String key,
            Group one,
            Group two,
            Mean mine,
            Mean theirs,
            double far,
            boolean sure) {}

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        if (report.other().isPresent()) {
            all.add(told(rounds(), "rounds"));
        } else if (report.division() == Division.STAFF_GROUP || report.division() == Division.LEVEL) {
            all.add(told(groups(), "groups"));
        }
        return all;
    }

    private Finding told(List<Found> all, String what) {
        List<Found> sure = all.stream().filter(Found::sure).toList();
        if (all.isEmpty()) {
            return new Finding(words.text("results.finding." + what + ".nothing"), "");
        }
        String chance = all.size() < ONE_OF
                ? ""
                : " " + words.text("results.finding.chance", words.whole(Math.round((float) all.size() / ONE_OF)));
        if (sure.isEmpty()) {
            return new Finding(words.text("results.finding." + what + ".none", words.whole(all.size())), "");
        }
        Found most = sure.stream().max(Comparator.comparingDouble(Found::far)).orElseThrow();
        String count =
                words.text("results.finding." + what + ".some", words.whole(sure.size()), words.whole(all.size()));
        return new Finding(
                count + chance + " "
                        + words.text(
                                "results.finding.apart",
                                words.quoted(most.question(), most.key()),
                                words.decimal(most.mine().value()),
                                name(most.one(), what),
                                words.decimal(most.theirs().value()),
                                name(most.two(), what)),
                most.key());
    }

    private String name(Group group, String what) {
        return what.equals("rounds")
                ? (report.ofOther(group) ? report.other().orElseThrow() : report.round()).name()
                : words.part(report, group);
    }

    private List<Found> rounds() {
        List<Found> all = new ArrayList<>();
        report.counterpart(report.total())
                .ifPresent(other -> each(
                        all,
                        (question, key) -> report.comparable(key)
                                ? found(question, key, report.total(), other)
                                : Optional.empty()));
        return all;
    }

    private List<Found> groups() {
        List<Group> parts = report.groups().stream()
                .filter(it -> !it.equals(report.total()) && !report.ofOther(it))
                .toList();
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Group two : parts.subList(i + 1, parts.size())) {
                Group one = parts.get(i);
                each(all, (question, key) -> found(question, key, one, two));
            }
        }
        return all;
    }

    /** Looks at a statement. */
    private interface Look {
        Optional<Found> at(Item.Question question, String key);
    }

    private void each(List<Found> all, Look look) {
        for (Item.Question question : report.round().questionnaire().questions()) {
            if (!Scales.points(question).isEmpty()) {
                question.keys().forEach(key -> look.at(question, key).ifPresent(all::add));
            }
        }
    }

    private Optional<Found> found(Item.Question question, String key, Group one, Group two) {
        Optional<Mean> mine = report.tally(one, key).flatMap(Mean::of);
        Optional<Mean> theirs = report.tally(two, key).flatMap(Mean::of);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Mean.Difference difference = mine.get().since(theirs.get());
        double steps = Scales.points(question).size() - 1.0;
        return Optional.of(new Found(
                question,
                key,
                one,
                two,
                mine.get(),
                theirs.get(),
                Math.abs(difference.value()) / steps,
                sure(difference)));
    }

    /** Whether chance seldom makes so large a difference: nothing is not within its interval. */
    static boolean sure(Mean.Difference difference) {
        return difference.interval().filter(it -> it.low() > 0 || it.high() < 0).isPresent();
    }
}
