package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.survey.Round;
import no.samtidig.survey.results.Answered;
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

    /** The same with one more thing that must be known. */
    Summary with(String known) {
        return new Summary(
                rate,
                meaning,
                missing,
                period,
                Stream.concat(more.stream(), Stream.of(known)).toList(),
                findings);
    }

    static Summary of(Report report, ReportWording words) {
        Report.Group total = report.total();
        GroupWording said = new GroupWording(report, words);
        List<String> more = new ArrayList<>();
        if (report.withdrawn() > 0) {
            more.add(words.text("results.withdrawn", words.whole(report.withdrawn())));
        }
        if (total.answered() instanceof Answered.AtLeast && report.round().state() != Round.State.OPEN) {
            more.add(words.text("results.larger"));
        }
        if (report.round().state() == Round.State.OPEN) {
            more.add(words.text("results.underway"));
        }
        if (!report.round().anonymous()) {
            more.add(words.text("results.named"));
        }
        return new Summary(
                said.sentence(),
                meaning(total, words),
                words.text("results.missing"),
                words.text(
                        "results.period",
                        words.date(report.round().opens()),
                        words.date(report.round().closes())),
                more,
                Findings.of(report, words));
    }

    /** Where not all who answered are known, it is only known when most have. */
    private static String meaning(Report.Group total, ReportWording words) {
        if (total.tooFew() || total.invited() < Round.EXACT) {
            return "";
        }
        int percent = ReportWording.percent(total.n().orElse(0), total.invited());
        if (percent >= MOST) {
            return words.text("results.meaning.most");
        }
        return GroupWording.rate(total)
                .map(it -> words.text(it >= FEW ? "results.meaning.some" : "results.meaning.few"))
                .orElse("");
    }
}
