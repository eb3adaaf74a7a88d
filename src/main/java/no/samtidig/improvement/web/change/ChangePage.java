package no.samtidig.improvement.web.change;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.samtidig.improvement.change.ChangeReport;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.statistics.Figure;
import no.samtidig.statistics.Interval;
import no.samtidig.statistics.RollUp;
import no.samtidig.statistics.Undefined;
import no.samtidig.statistics.UnitPaired;

/**
 * Change in many units: first in a sentence, then as a table with what it is out of, then how it was worked out.
 *
 * @param place whose units
 * @param country whether it is the whole country
 */
public record ChangePage(String place, boolean country, ChangeReport report) implements Page {
    /** With fewer degrees of freedom than this a figure is called very uncertain. */
    private static final double FEW = 4;

    private static final int MONTHS_A_ROUND = 6;
    private static final List<Integer> MONTHS = List.of(6, 12, 18);

    public List<Integer> months() {
        return MONTHS;
    }

    /** The change in the units themselves so many months after their start; empty where too few are measured. */
    public Optional<UnitPaired> own(int months) {
        return report.both(months) < ChangeReport.UNITS_FOR_FIGURES
                ? Optional.empty()
                : Optional.ofNullable(report.own().get(months));
    }

    /** The same minus what time alone did; empty where too few are measured. */
    public Optional<RollUp.Change> apart(int months) {
        return report.both(months) < ChangeReport.UNITS_FOR_FIGURES
                ? Optional.empty()
                : report.rollUp().changes().stream()
                        .filter(it -> it.roundsSinceBaseline() == months / MONTHS_A_ROUND)
                        .findFirst();
    }

    /** One decimal, comma and a true minus; or the reason why there is none. */
    public String number(View view, Figure figure) {
        return figure.number()
                .map(ChangePage::told)
                .orElseGet(() -> why(view, figure.reason().orElseThrow()));
    }

    private static String why(View view, Undefined reason) {
        return view.text("undefined." + reason.code());
    }

    /** From so low to so high, rounded outwards; or the reason why there is none. */
    public String interval(View view, Interval interval) {
        Optional<Double> low = interval.low().number();
        Optional<Double> high = interval.high().number();
        return low.isPresent() && high.isPresent()
                ? view.text(
                        "change.interval", told(Math.floor(low.get() * 10) / 10), told(Math.ceil(high.get() * 10) / 10))
                : why(view, interval.low().reason().orElseThrow());
    }

    /** Whether so little is behind an estimate that it must be said. */
    public boolean veryUncertain(RollUp.Change change) {
        return change.estimate().df().number().filter(it -> it < FEW).isPresent();
    }

    /** What can be said in a sentence of the latest figures. */
    public String sentence(View view) {
        return MONTHS.reversed().stream()
                .filter(it -> own(it).isPresent())
                .findFirst()
                .map(months -> sentence(view, months, own(months).orElseThrow()))
                .orElseGet(() -> view.text("change.few", ChangeReport.UNITS_FOR_FIGURES));
    }

    private String sentence(View view, int months, UnitPaired it) {
        double change = it.paired().meanDiff().number().orElseThrow();
        Interval interval = it.paired().inference().interval();
        String key = "unsure";
        if (interval.excludesZero()) {
            key = change < 0 ? "smaller" : "larger";
        }
        return view.text(
                "change.sentence." + key,
                months,
                told(Math.abs(change)),
                interval(view, interval),
                it.paired().nPairs());
    }

    private static String told(double value) {
        String text = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return (value < 0 && !text.equals("0.0") ? "−" : "") + text.replace('.', ',');
    }

    /** A measure of a unit that shares; empty where there is none that may be told. */
    public String told(ChangeReport.Line line, int months) {
        return Optional.ofNullable(line.measures().get(months))
                .map(it -> told(it.gap()))
                .orElse("");
    }
}
