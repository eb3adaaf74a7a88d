package no.samtidig.improvement.web.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.improvement.calibration.GroupAgreement;
import no.samtidig.improvement.calibration.HalfYear;
import no.samtidig.improvement.calibration.PracticeUnit;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;

/**
 * The exercise of a half-year. Key, reasons and the group are shown once the coach has rated both units.
 *
 * @param region name of the region
 * @param own what the coach has set: by unit, then anchor
 * @param agreement each half-year in which enough have rated, the newest first
 * @param justRated a unit was rated a moment ago
 */
public record ExercisePage(
        String region,
        HalfYear half,
        List<PracticeUnit> units,
        Map<String, Map<String, Integer>> own,
        Anchors anchors,
        List<GroupAgreement> agreement,
        boolean justRated)
        implements Page {
    static final String PATH = "/regionen/veiledning/ovelse";
    static final String RATED = "vurdert";

    public ExercisePage {
        units = List.copyOf(units);
        own = Map.copyOf(own);
        agreement = List.copyOf(agreement);
    }

    public boolean rated(PracticeUnit unit) {
        return own.containsKey(unit.id());
    }

    /** Both are rated. */
    public boolean done() {
        return units.stream().allMatch(this::rated);
    }

    public List<Anchor> rows() {
        return anchors.whole();
    }

    /** What the coach set; only of a unit that is rated. */
    public int set(PracticeUnit unit, Anchor anchor) {
        return Objects.requireNonNull(Objects.requireNonNull(own.get(unit.id())).get(anchor.id()));
    }

    /** How many of the coach's levels are the same as the key's. */
    public long same() {
        return apart(0);
    }

    /** How many are one step from it. */
    public long oneApart() {
        return apart(1);
    }

    private long apart(int steps) {
        return units.stream()
                .flatMap(unit -> rows().stream()
                        .filter(it -> Math.abs(set(unit, it) - unit.at(it).level()) == steps))
                .count();
    }

    /** How many levels were set in all. */
    public int all() {
        return units.size() * rows().size();
    }

    /** The group in this half-year, where it may be told. */
    public Optional<GroupAgreement> group() {
        return agreement.stream().filter(it -> it.half().equals(half)).findFirst();
    }

    /** The half-years before. */
    public List<GroupAgreement> before() {
        return agreement.stream().filter(it -> !it.half().equals(half)).toList();
    }

    /** Spring or autumn, with its year. */
    public static String name(View view, HalfYear half) {
        return view.text("calibration.half." + half.half(), String.valueOf(half.year()));
    }

    /** What is said of a group: in numbers where so many rated, else in words. */
    public static String said(View view, GroupAgreement it) {
        return it.numbers()
                ? view.text("calibration.group.numbers", it.coaches(), it.exactPercent(), it.withinOnePercent())
                : view.text("calibration.group." + it.words().name().toLowerCase(Locale.ROOT));
    }

    /** Agreement beyond chance; empty where numbers may not be told, or it is not defined. */
    public static Optional<String> beyondChance(View view, GroupAgreement it) {
        return it.numbers()
                ? it.ac1()
                        .number()
                        .flatMap(ac1 -> it.ac2()
                                .number()
                                .map(ac2 -> view.text(
                                        "calibration.group.beyond",
                                        decimals(ac1, view.language()),
                                        decimals(ac2, view.language()))))
                : Optional.empty();
    }

    private static String decimals(double number, Language language) {
        return String.format(language == Language.EN ? Locale.ENGLISH : Locale.of("nb"), "%.2f", number);
    }
}
