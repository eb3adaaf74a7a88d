package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import no.samtidig.organisation.Place;
import no.samtidig.survey.Round;
import no.samtidig.survey.results.Report;

/**
 * The results in a few sentences, before any picture.
 *
 * @param rate how many of how many are in the numbers
 * @param meaning what that means for the reading; empty where nothing is shown
 * @param missing who is not in
 * @param period when it was asked
 * @param more what else must be known
 * @param findings what the answers show, the most telling first; empty where nothing is shown
 */
public record Summary(
        String rate, String meaning, String missing, String period, List<String> more, List<Finding> findings) {
    /** From so many of a hundred most have answered, and below the other many have not. */
    private static final int MOST = 60;

    private static final int FEW = 35;

    public Summary {
        more = List.copyOf(more);
        findings = List.copyOf(findings);
    }

    static Summary of(Report report, ReportWording words) {
        Report.Group total = report.total();
        int invited = total.invited();
        int n = total.n().orElse(0);
        List<String> more = new ArrayList<>();
        if (report.withdrawn() > 0) {
            more.add(words.text("results.withdrawn", words.whole(report.withdrawn())));
        }
        if (!(report.place().place() instanceof Place.Country)) {
            more.add(words.text("results.larger"));
        }
        if (report.round().state() == Round.State.OPEN) {
            more.add(words.text("results.underway"));
        }
        if (!report.round().anonymous()) {
            more.add(words.text("results.named"));
        }
        return new Summary(
                rate(report, words, n, invited),
                n == 0 || invited < Round.EXACT ? "" : meaning(words, ReportWording.percent(n, invited)),
                words.text("results.missing"),
                words.text(
                        "results.period",
                        words.date(report.round().opens()),
                        words.date(report.round().closes())),
                more,
                Findings.of(report, words));
    }

    private static String rate(Report report, ReportWording words, int n, int invited) {
        if (n > 0) {
            return invited == 0
                    ? words.text("results.rate.uninvited", words.counted(n))
                    : invited < Round.EXACT
                            ? words.text("results.rate.small", words.whole(invited))
                            : words.text(
                                    "results.rate",
                                    words.whole(n),
                                    words.whole(invited),
                                    ReportWording.percent(n, invited));
        }
        if (invited == 0) {
            return words.text("results.rate.none");
        }
        return words.text(report.ready() ? "results.rate.few" : "results.rate.later", words.whole(invited));
    }

    private static String meaning(ReportWording words, int percent) {
        return words.text(
                percent >= MOST
                        ? "results.meaning.most"
                        : percent >= FEW ? "results.meaning.some" : "results.meaning.few");
    }
}
