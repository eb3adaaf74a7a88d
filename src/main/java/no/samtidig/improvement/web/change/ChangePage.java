package no.samtidig.improvement.web.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.improvement.change.ChangeReport;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.statistics.Estimate;
import no.samtidig.statistics.Figure;
import no.samtidig.statistics.Inference;
import no.samtidig.statistics.Interval;
import no.samtidig.statistics.Undefined;
import no.samtidig.statistics.UnitPaired;

/**
 * Change in many units: first in a sentence, then as a picture and a table with what it is out of, then how it was worked out.
 *
 * @param place whose units
 * @param country whether it is the whole country
 * @param asked which of the units that share
 */
public record ChangePage(String place, boolean country, ChangeReport report, ListQuery asked) implements Page {
    /** With fewer degrees of freedom than this a figure is called very uncertain. */
    private static final double FEW = 4;

    private static final double LEAST_REACH = 0.5;

    public List<Integer> months() {
        return ChangeReport.MONTHS;
    }

    /** What the change apart from time is compared with, as the end of a key. */
    public String kind() {
        return report.comparedWithWaiting() ? "waiting" : "trend";
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
    public boolean veryUncertain(Estimate estimate) {
        return estimate.df().number().filter(it -> it < FEW).isPresent();
    }

    /** What can be said in a sentence or two of the latest figures. */
    public String sentence(View view) {
        return latest().map(months -> sentence(view, months, report.own(months).orElseThrow())
                        + report.apart(months)
                                .filter(it ->
                                        it.estimate().interval().low().number().isPresent())
                                .map(it -> " "
                                        + view.text(
                                                "change.sentence." + kind(),
                                                number(view, it.estimate().estimate()),
                                                interval(view, it.estimate().interval())))
                                .orElse(""))
                .orElseGet(() -> view.text("change.few", ChangeReport.UNITS_FOR_FIGURES));
    }

    /** The latest months with figures. */
    private Optional<Integer> latest() {
        return months().reversed().stream()
                .filter(it -> report.own(it).isPresent())
                .findFirst();
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

    /** How those stood at their start who were not measured again, beside those who were; empty where it is of too few. */
    public Optional<String> lost(View view) {
        return latest().flatMap(months -> report.own(months)
                .filter(it -> it.paired().nBeforeOnly() >= ChangeReport.FEWEST_UNITS)
                .map(it -> view.text(
                        "change.lost",
                        months,
                        number(view, it.meanBeforeStayed()),
                        it.paired().nBeforeOnly(),
                        number(view, it.meanBeforeLeft()))));
    }

    /** A comparison in the part about method. */
    public record Compared(String key, String number, String interval) {}

    /** Every comparison there is, the one that is told and those that are not. */
    public List<Compared> compared(View view) {
        Estimate trend = report.rollUp().overall().estimate();
        Estimate waiting = report.waiting().overall().estimate();
        Estimate before = report.waiting().placebo().estimate();
        Figure twoWay = report.twoWay().estimate();
        Optional<Interval> sure = report.twoWay().cr2().optional().map(Inference::interval);
        return List.of(
                compared(view, "trend", trend),
                compared(view, "waiting", waiting),
                compared(view, "placebo", before),
                new Compared(
                        "two-way",
                        number(view, twoWay),
                        sure.map(it -> interval(view, it)).orElse("")));
    }

    private Compared compared(View view, String key, Estimate it) {
        String sure = it.estimate().number().isPresent() ? interval(view, it.interval()) : "";
        return new Compared(key, number(view, it.estimate()), sure);
    }

    /** A line of the picture: where the dot and the band lie, in hundredths of the width, and what they say. */
    public record Line(String label, String note, String alt, double at, double from, double wide, boolean own) {}

    /** So far to both sides the picture reaches, in steps of the scale. */
    public double reach() {
        double far = months().stream()
                .flatMap(it -> Stream.concat(
                        report.own(it).map(own -> own.paired().inference().interval()).stream(),
                        report.apart(it).map(apart -> apart.estimate().interval()).stream()))
                .flatMap(it -> Stream.of(it.low(), it.high()))
                .flatMap(it -> it.number().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return Math.max(LEAST_REACH, Math.ceil(far * 2) / 2);
    }

    /** The picture's lines so many months after the start. */
    public List<Line> lines(View view, int months) {
        double reach = reach();
        List<Line> lines = new ArrayList<>();
        report.own(months)
                .map(UnitPaired::paired)
                .ifPresent(it -> lines.add(line(
                        view,
                        view.text("change.own"),
                        it.meanDiff(),
                        it.inference().interval(),
                        reach,
                        true)));
        report.apart(months)
                .map(ChangeReport.Apart::estimate)
                .ifPresent(it -> lines.add(
                        line(view, view.text("change.apart." + kind()), it.estimate(), it.interval(), reach, false)));
        return lines.stream().filter(it -> !it.alt().isEmpty()).toList();
    }

    private Line line(View view, String label, Figure figure, Interval interval, double reach, boolean own) {
        Optional<Double> low = interval.low().number();
        Optional<Double> high = interval.high().number();
        if (figure.number().isEmpty() || low.isEmpty() || high.isEmpty()) {
            return new Line(label, "", "", 0, 0, 0, own);
        }
        String note = number(view, figure) + ", " + interval(view, interval);
        double from = at(low.get(), reach);
        return new Line(
                label,
                note,
                label + ": " + note,
                at(figure.number().get(), reach),
                from,
                at(high.get(), reach) - from,
                own);
    }

    private static double at(double value, double reach) {
        return Math.round(500 + 500 * value / reach) / 10.0;
    }

    /** A limit of the picture. */
    public String limit(double value) {
        return told(value);
    }

    /** The units that share, one page of them. */
    public ListQuery.Found<ChangeReport.Line> shared() {
        return asked.of(report.shared(), ChangeReport.Line::unit, Map.of());
    }

    /** As a table. */
    public DataTable table(View view) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.plain("enhet", view.text("change.unit")),
                new DataTable.Column("0", view.text("change.start"), false, true)));
        months().forEach(it ->
                columns.add(new DataTable.Column(String.valueOf(it), view.text("change.months", it), false, true)));
        return new DataTable(asked, columns, List.of(), shared().count());
    }

    /** A measure of a unit that shares; empty where there is none that may be told. */
    public String told(ChangeReport.Line line, int months) {
        return Optional.ofNullable(line.measures().get(months))
                .map(it -> told(it.gap()))
                .orElse("");
    }
}
