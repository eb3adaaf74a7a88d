package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.Option;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundLine;
import no.samtidig.survey.results.Answered;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Report;

/**
 * What a round showed, for a place, divided and compared as the reader chose.
 *
 * @param tabs the themes: pages of the questionnaire; empty where nothing can be shown
 * @param sheets the themes that are shown: one, or all
 * @param theme which theme, as the address says it
 * @param weakest whether the weakest of each scale stands first
 * @param opened which answer's row is open to begin with, or {@code alle}; empty for none
 * @param places to choose among
 * @param divisions to choose among
 * @param others rounds that can be laid beside
 * @param shared whether the unit shown is shared with those who follow the country; empty for whoever does not decide it
 */
public record ResultsPage(
        Report report,
        ReportWording words,
        Summary summary,
        List<Tab> tabs,
        List<Sheet> sheets,
        String theme,
        boolean weakest,
        String opened,
        List<NamedPlace> places,
        List<Division> divisions,
        List<RoundLine> others,
        Optional<Boolean> shared)
        implements Page {
    public ResultsPage {
        tabs = List.copyOf(tabs);
        sheets = List.copyOf(sheets);
        places = List.copyOf(places);
        divisions = List.copyOf(divisions);
        others = List.copyOf(others);
    }

    /** Which theme an address means that asks for all. */
    static final String ALL = "alle";

    /**
     * A page of the questionnaire, as one gets to it.
     *
     * @param code in addresses
     * @param keys what is answered there
     */
    public record Tab(String code, String title, Set<String> keys) {
        public Tab {
            keys = Set.copyOf(keys);
        }
    }

    /** A page of the questionnaire. */
    public record Sheet(String id, String title, List<ThemePart> parts) {
        public Sheet {
            parts = List.copyOf(parts);
        }
    }

    /** Whether anything shown can stand in another order. */
    public boolean sortable() {
        return sheets.stream()
                .flatMap(it -> it.parts().stream())
                .anyMatch(it -> it instanceof Matrix matrix && matrix.size() > 1);
    }

    /** The address of a theme, with the same choices. */
    public String to(String theme) {
        return at(theme, weakest) + "#tema";
    }

    /** The address of what is shown in the other order. */
    public String ordered(boolean weakest) {
        return at(theme, weakest) + "#tema";
    }

    private String at(String theme, boolean weakest) {
        return address("", "tema=" + theme + (weakest ? "&sorter=svakest" : ""));
    }

    /** Whether all rows are open. */
    public boolean open() {
        return opened.equals(ALL);
    }

    /** The address of what is shown with all rows open, or closed. */
    public String opening(boolean open) {
        return at(theme, weakest) + (open ? "&apen=" + ALL : "") + "#tema";
    }

    /** The address of the numbers that a finding is made of, open. */
    public String find(Finding finding) {
        String where = tabs.stream()
                .filter(it -> it.keys().contains(finding.key()))
                .findFirst()
                .map(Tab::code)
                .orElse(theme);
        return at(where, false) + "&apen=" + finding.key() + "#" + anchor(finding.key());
    }

    private String anchor(String key) {
        return report.round().questionnaire().questions().stream()
                .filter(it -> it.keys().contains(key))
                .findFirst()
                .filter(it -> Matrices.inMatrix(report, it))
                .map(_ -> Matrices.id(key))
                .orElse(key);
    }

    /** Where the theme shown stands among all, from 1; 0 where all are shown. */
    public int place() {
        return tabs.stream().map(Tab::code).toList().indexOf(theme) + 1;
    }

    public Optional<Tab> before() {
        return place() > 1 ? Optional.of(tabs.get(place() - 2)) : Optional.empty();
    }

    public Optional<Tab> next() {
        return place() > 0 && place() < tabs.size() ? Optional.of(tabs.get(place())) : Optional.empty();
    }

    /**
     * A choice that is in force.
     *
     * @param without address of the page without it; empty where it cannot be taken away
     */
    public record Chip(String text, Optional<String> without) {}

    public String base() {
        return "/undersokelser/" + report.round().id().value() + "/resultater";
    }

    /** The choices as the end of an address, {@code ?sted=…}. */
    public String query() {
        return query(Optional.of(report.place()), report.division(), report.other());
    }

    private String query(Optional<NamedPlace> place, Division division, Optional<Round> other) {
        List<String> parts = new ArrayList<>();
        place.filter(it -> !it.equals(places.getFirst())).ifPresent(it -> parts.add("sted=" + it.code()));
        if (division != Division.NONE) {
            parts.add("del=" + division.code());
        }
        other.ifPresent(it -> parts.add("mot=" + it.id().value()));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** The address of a file or page about the same choices. */
    public String address(String end, String more) {
        String query = query();
        return base() + end + query + (more.isEmpty() ? "" : (query.isEmpty() ? "?" : "&") + more);
    }

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        boolean first = report.place().equals(places.getFirst());
        chips.add(new Chip(
                words.text("results.chip.place", words.place(report)),
                first ? Optional.empty() : Optional.of(base() + query(Optional.empty(), kept(), report.other()))));
        if (report.division() != Division.NONE) {
            chips.add(new Chip(
                    words.text("results.chip.division", division(report.division())),
                    Optional.of(base() + query(Optional.of(report.place()), Division.NONE, report.other()))));
        }
        report.other()
                .ifPresent(it -> chips.add(new Chip(
                        words.text("results.chip.other", it.name()),
                        Optional.of(
                                base() + query(Optional.of(report.place()), report.division(), Optional.empty())))));
        return chips;
    }

    private Division kept() {
        return report.division();
    }

    /** Whether anything is chosen besides what the page begins with. */
    public boolean chosen() {
        return !query().isEmpty();
    }

    public List<Option> placeOptions() {
        return places.stream().map(it -> Option.of(it.code(), name(it))).toList();
    }

    public List<Option> divisionOptions() {
        return divisions.stream().map(it -> Option.of(it.code(), division(it))).toList();
    }

    public List<Option> otherOptions() {
        return others.stream()
                .map(it -> Option.of(it.id().value().toString(), it.name()))
                .toList();
    }

    public String division(Division division) {
        return words.text("results.division." + division.code());
    }

    public String name(NamedPlace place) {
        return place.place() instanceof Place.Country ? words.text("results.country") : place.name();
    }

    /** What is said of groups. */
    public GroupWording said() {
        return new GroupWording(report, words);
    }

    /** The title, with the choices in it. */
    public String title() {
        String base = words.text("results.title.of", report.round().name(), words.place(report));
        return report.division() == Division.NONE
                ? base
                : base + ", " + words.text("results.chip.division", division(report.division()));
    }

    /** Why there is nothing to see, and what can be done: which texts. */
    public Optional<String> nothing() {
        return switch (report.round().state()) {
            case OPEN, DRAFT -> report.ready() ? few().map(_ -> "early") : Optional.of("open");
            case CLOSED -> Optional.of("closed");
            case SETTLED -> few();
        };
    }

    /** Whether the answers there are cannot be shown here, now or later. */
    public boolean hidden() {
        return report.ready() && nothing().isPresent();
    }

    /** That fewer than five answered is said where it is so: of the whole round. Elsewhere their answers may be told in larger groups. */
    private Optional<String> few() {
        if (!report.groups().stream().filter(it -> !report.ofOther(it)).allMatch(Report.Group::tooFew)) {
            return Optional.empty();
        }
        return Optional.of(
                report.total().answered() instanceof Answered.HeldBack
                        ? "held"
                        : report.place().place() instanceof Place.Country ? "few" : "hidden");
    }

    /** The language the questions are in. */
    public String lang() {
        return report.round()
                .questionnaire()
                .title()
                .in(words.language())
                .language()
                .tag();
    }
}
