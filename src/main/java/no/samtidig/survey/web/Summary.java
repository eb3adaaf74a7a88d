package no.samtidig.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.survey.Report;
import no.samtidig.survey.Round;

/**
 * The results in a few sentences, before any picture.
 *
 * @param rate how many of how many answered
 * @param meaning what that means for the reading
 * @param counted how many answers the numbers build on, and why they may be fewer
 * @param missing who is not in
 * @param period when it was asked
 * @param more what else must be known
 */
public record Summary(
        String rate, String meaning, Optional<String> counted, String missing, String period, List<String> more) {
    /** From so many of a hundred most have answered, and below it many have not. */
    private static final int MOST = 60;

    private static final int FEW = 35;

    public Summary {
        more = List.copyOf(more);
    }

    static Summary of(Report report, Wording words) {
        Report.Group total = report.total();
        int invited = total.invited();
        Optional<Integer> answered =
                total.answered().isPresent() ? Optional.of(total.answered().getAsInt()) : Optional.empty();
        String rate = answered.map(it ->
                        words.text("results.rate", words.whole(it), words.whole(invited), Wording.percent(it, invited)))
                .orElseGet(() -> words.text(
                        invited == 0 ? "results.rate.none" : report.ready() ? "results.rate.few" : "results.rate.later",
                        words.whole(invited)));
        String meaning = answered.map(it -> Wording.percent(it, invited))
                .map(it -> words.text(
                        it >= MOST
                                ? "results.meaning.most"
                                : it >= FEW ? "results.meaning.some" : "results.meaning.few"))
                .orElse("");
        Optional<String> counted = total.n().isEmpty()
                ? Optional.empty()
                : Optional.of(counted(total.n().getAsInt(), answered, words));
        List<String> more = new ArrayList<>();
        if (report.round().state() == Round.State.OPEN) {
            more.add(words.text("results.underway"));
        }
        if (!report.round().anonymous()) {
            more.add(words.text("results.named"));
        }
        return new Summary(
                rate,
                meaning,
                counted,
                words.text("results.missing"),
                words.text(
                        "results.period",
                        words.date(report.round().opens()),
                        words.date(report.round().closes())),
                more);
    }

    private static String counted(int n, Optional<Integer> answered, Wording words) {
        int left = answered.map(it -> it - n).orElse(0);
        String all = words.text("results.counted", words.whole(n));
        return left > 0 ? all + " " + words.text("results.counted.left", words.whole(left)) : all;
    }
}
