package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.organisation.Place;
import no.samtidig.survey.Round;
import no.samtidig.survey.results.Answered;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;

/**
 * What is said of groups: how many answered as far as it may be told, why something is not shown, and whose answers fall out first.
 * {@code groupWords.jte} shows it as a table, {@code groupLoss.jte} as the sentence beside means.
 */
public record GroupWording(Report report, ReportWording words) {
    /**
     * A group as a line.
     *
     * @param answered how many answered, as far as it may be told
     * @param why nothing is shown; empty where something is
     * @param rate where everybody who answered is known
     */
    public record Line(String name, String invited, String answered, String why, String rate) {}

    public List<Line> lines() {
        return report.groups().stream()
                .map(it -> new Line(
                        words.group(report, it),
                        it.invited() == 0 ? "–" : words.whole(it.invited()),
                        answered(it),
                        it.answered() instanceof Answered.Untold ? new Why(report, words).group(it) : "",
                        rate(it).map(of -> words.text("results.percent-of", of)).orElse("–")))
                .toList();
    }

    /** How many answered in the group. */
    public String answered(Group group) {
        return switch (group.answered()) {
            case Answered.All _ -> words.counted(group);
            case Answered.AtLeast _ -> words.text("results.answered.least", words.counted(group));
            case Answered.HeldBack _ -> words.text("results.answered.held");
            case Answered.Untold _ -> words.text("results.answered.untold");
        };
    }

    /** How many of a hundred answered; empty where not all who did are known, and of few. */
    static Optional<Integer> rate(Group group) {
        return group.answered() instanceof Answered.All(int n) && group.invited() >= Round.EXACT
                ? Optional.of(ReportWording.percent(n, group.invited()))
                : Optional.empty();
    }

    /** How many at the whole place answered, as a sentence. */
    public String sentence() {
        Group total = report.total();
        if (total.tooFew()) {
            return few(total);
        }
        if (total.invited() == 0) {
            return words.text("results.rate.uninvited", words.counted(total.n().orElse(0)));
        }
        if (total.invited() < Round.EXACT) {
            return words.text("results.rate.small", words.whole(total.invited()));
        }
        String n = words.whole(total.n().orElse(0));
        String invited = words.whole(total.invited());
        return rate(total)
                .map(it -> words.text("results.rate", n, invited, it))
                .orElseGet(() -> words.text("results.rate.least", n, invited));
    }

    private String few(Group total) {
        if (total.invited() == 0) {
            return words.text("results.rate.none");
        }
        String invited = words.whole(total.invited());
        return switch (report.round().state()) {
            case DRAFT, OPEN, CLOSED -> words.text("results.rate.later", invited);
            case SETTLED ->
                words.text(
                        total.answered() instanceof Answered.HeldBack
                                ? "results.rate.held"
                                : report.place().place() instanceof Place.Country
                                        ? "results.rate.fewest"
                                        : "results.rate.few",
                        invited);
        };
    }

    /** What the words of the lines mean, those that are used. */
    public List<String> meanings() {
        List<String> meanings = new ArrayList<>();
        if (report.groups().stream().anyMatch(it -> it.answered() instanceof Answered.AtLeast)) {
            meanings.add(words.text("results.answered.least.means"));
        }
        if (report.groups().stream().anyMatch(it -> it.answered() instanceof Answered.HeldBack)) {
            meanings.add(words.text("results.answered.held.means"));
        }
        return meanings;
    }

    /**
     * Whose answers the means lack, where some do: not those of anybody, but first of the few. Empty where everybody who answered is in
     * every group, and where nothing is shown.
     */
    public Optional<String> loss() {
        if (report.total().tooFew()) {
            return Optional.empty();
        }
        if (!(report.total().answered() instanceof Answered.All)) {
            return Optional.of(words.text("results.loss.place"));
        }
        boolean parts = report.groups().stream()
                .filter(it -> !report.ofOther(it))
                .skip(1)
                .anyMatch(it -> !(it.answered() instanceof Answered.All) && it.invited() > 0);
        return parts ? Optional.of(words.text("results.loss.parts")) : Optional.empty();
    }
}
