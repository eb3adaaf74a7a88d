package no.samtidig.development.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.ChartKey;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;
import no.samtidig.platform.ui.Timeline;

/**
 * What the examples of the page and form kit show.
 *
 * @param scheme light or dark; ids end with it, since every example stands twice on the page
 */
public record Kit(View view, String scheme) {
    /** The components of {@code platform/ui} with an example in {@code kit.jte}. */
    public static final List<String> NAMES = List.of(
            "sectionMenu",
            "errorSummary",
            "field",
            "dateField",
            "choices",
            "check",
            "selectField",
            "placePicker",
            "confirm",
            "statusTag",
            "dataTable",
            "timeline",
            "chartFrame");

    /** An id that is another in the other scheme. */
    public String id(String name) {
        return name + "-" + scheme;
    }

    public List<View.Link> links() {
        return List.of(
                new View.Link("account", "/min-side/konto", view.text("account.title")),
                new View.Link("password", "/min-side/konto/passord", view.text("sign-in.password")),
                new View.Link("two-step", "/min-side/konto/totrinn", view.text("two-step.title")),
                new View.Link("passkeys", "/min-side/konto/passnokler", view.text("passkeys.title")));
    }

    public Trouble trouble() {
        return Trouble.at(id("navn"), "name.trouble.no-letter").and(id("lukker"), "rounds.flaw.closes-first");
    }

    /** Half a year of a unit that does not exist. */
    public Timeline timeline() {
        return new Timeline(
                view.text("journey.line.month", 3, 18, view.text("milestone.six.long")),
                List.of(
                        station("agreed", 1, Timeline.State.DONE),
                        station("first-meeting", 3, Timeline.State.DONE),
                        station("pause", 6, Timeline.State.PASSED),
                        station("six", 9, Timeline.State.PLANNED),
                        new Timeline.Station(view.text("milestone.eighteen"), "", Timeline.State.DROPPED, null)),
                3,
                view.text("journey.line.today", view.date(LocalDate.of(2026, 6, 20))));
    }

    private Timeline.Station station(String name, int month, Timeline.State state) {
        return new Timeline.Station(
                view.text("milestone." + name),
                view.shortDate(LocalDate.of(2026, month, 12)),
                state,
                "/dev/komponenter");
    }

    public List<Option> languages() {
        return Option.languages(Language.NB, Language.NN);
    }

    public List<Option> promises() {
        return List.of(
                Option.of("ja", view.text("rounds.form.anonymous.ja"), view.text("rounds.form.anonymous.ja.means")),
                Option.of("nei", view.text("rounds.form.anonymous.nei"), view.text("rounds.form.anonymous.nei.means")));
    }

    /** Sixteen made-up places: enough for the field that narrows them. */
    public List<Option.Group> places() {
        return List.of(
                new Option.Group("Elvetun", named("elvetun", "Døgnenhet", "Poliklinikk", "Ettervern", "Avrusning")),
                new Option.Group("Fjordheim", named("fjordheim", "Døgnenhet", "Poliklinikk", "Botilbud", "Dagtilbud")),
                new Option.Group(
                        "Solbakken", named("solbakken", "Krisesenter", "Bokollektiv", "Natthjem", "Utekontakt")),
                new Option.Group("Lia", named("lia", "Familievern", "Ruspoliklinikk", "Oppfølging", "Hjemmebesøk")));
    }

    private static List<Option> named(String owner, String... units) {
        return Stream.of(units).map(it -> Option.of(owner + "/" + it, it)).toList();
    }

    public List<ChartKey> keys() {
        return List.of(
                new ChartKey("n2", view.text("answer.frequency.0")),
                new ChartKey("z", view.text("answer.frequency.2")),
                new ChartKey("p2", view.text("answer.frequency.4")));
    }

    public ChartTable numbers() {
        List<String> cells = List.of("25 %", "25 %", "50 %");
        return new ChartTable(
                view.text("results.group"),
                keys().stream().map(ChartKey::text).toList(),
                List.of(new ChartTable.Row("Elvetun", cells)));
    }

    public DataTable table() {
        ListQuery asked = ListQuery.of(
                "/dev/komponenter",
                Map.of("sorter", "navn", "status", "apen", "side", "2"),
                List.of("navn", "svar"),
                Map.of("status", List.of("apen", "lukket")));
        return new DataTable(
                asked,
                List.of(
                        DataTable.Column.sorting("navn", view.text("rounds.form.name")),
                        DataTable.Column.plain("status", view.text("rounds.dates.title")),
                        DataTable.Column.number("svar", view.text("results.n"))),
                List.of(new DataTable.Filter(
                        "status",
                        view.text("results.filter.title") + " " + scheme,
                        List.of(
                                Option.of("apen", view.text("rounds.state.one.open")),
                                Option.of("lukket", view.text("rounds.state.one.closed"))))),
                120);
    }
}
