package no.samtidig.survey.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.results.Answered;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;
import org.junit.jupiter.api.Test;

/** What a report tells in sentences: how many first, and no more than the numbers carry. */
class FindingsTest {
    private static final String FORM = """
            title: {nb: "Prøve", nn: "Prøve"}
            introduction: {nb: "Prøve.", nn: "Prøve."}
            minutes: 3
            items:
              - kind: likert
                code: tro
                text: {nb: "Hvor enig er du?", nn: "Kor einig er du?"}
                unsure: true
                points: [{nb: "Helt uenig", nn: "Heilt ueinig"}, {nb: "Uenig", nn: "Ueinig"}, {nb: "Verken eller", nn: "Verken eller"}, {nb: "Enig", nn: "Einig"}, {nb: "Helt enig", nn: "Heilt einig"}]
                rows: [{code: rus, nb: "Jeg spør om rus.", nn: "Eg spør om rus."}, {code: vold, nb: "Jeg spør om vold.", nn: "Eg spør om vald."}, {code: redd, nb: "Jeg er redd.", nn: "Eg er redd.", reversed: true}]
              - kind: multiple
                code: hindre
                text: {nb: "Hva hindrer deg?", nn: "Kva hindrar deg?"}
                options: [{code: tid, nb: "Tid", nn: "Tid"}, {code: frykt, nb: "Frykt", nn: "Frykt"}, {code: ingen, nb: "Ingenting", nn: "Ingenting", exclusive: true}]
            """;

    private static final NamedPlace COUNTRY = new NamedPlace(new Place.Country(), "", "");
    private static final ReportWording WORDS = new ReportWording(App.shared().bean(Texts.class), Language.NB);

    private static Round round(String name) {
        return new Round(
                new RoundId(UUID.randomUUID()),
                name,
                QuestionnaireText.read("prove", Path.of("test"), FORM),
                "1",
                true,
                false,
                Round.First.STAFF_GROUP,
                new Round.Target(List.of(), List.of(), Set.of(), Set.of()),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 31),
                Round.State.SETTLED);
    }

    private static Report.Group group(Round round, String kind, String split) {
        return new Report.Group(
                new Report.GroupKey(round.id(), COUNTRY.place(), kind, split),
                "",
                OptionalInt.of(20),
                30,
                new Answered.All(20));
    }

    /** Answers on a scale: how many chose 1, 2, 3, 4 and 5. */
    private static Tally scale(int... chose) {
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (int i = 0; i < chose.length; i++) {
            all += chose[i];
            counts.put(String.valueOf(i + 1), chose[i]);
        }
        counts.values().removeIf(it -> it == 0);
        return new Tally(all, counts);
    }

    private static final Tally HIGH = scale(0, 0, 2, 8, 10);
    private static final Tally LOW = scale(10, 6, 4, 0, 0);
    private static final Tally LIKE_HIGH = scale(0, 1, 2, 7, 10);

    private static Report report(
            Round round,
            Optional<Round> other,
            Division division,
            List<Report.Group> groups,
            Map<Report.GroupKey, Map<String, Tally>> tallies) {
        return new Report(round, other, COUNTRY, division, groups.getFirst(), groups, tallies, true, Map.of(), 0);
    }

    private static List<String> told(Map<String, Tally> tallies) {
        Round round = round("Høsten");
        Report.Group all = group(round, "all", "");
        return sentences(report(round, Optional.empty(), Division.NONE, List.of(all), Map.of(all.key(), tallies)));
    }

    private static List<String> sentences(Report report) {
        return Findings.of(report, WORDS).stream().map(Finding::text).toList();
    }

    @Test
    void the_strongest_and_the_weakest_are_told_with_how_many_in_words_and_figures() {
        assertThat(told(Map.of("tro.rus", HIGH, "tro.vold", LOW, "tro.redd", scale(2, 4, 8, 4, 2))))
                .containsExactly(
                        "Ni av ti (18 av 20) svarer «Enig» eller «Helt enig» på «Jeg spør om rus». Av 3 spørsmål som alle fikk på samme skala, har dette høyest snitt.",
                        "Åtte av ti (16 av 20) svarer «Helt uenig» eller «Uenig» på «Jeg spør om vold». Av 3 spørsmål som alle fikk på samme skala, har dette svakest snitt.");
    }

    @Test
    void where_chance_could_have_put_them_in_another_order_it_is_said() {
        assertThat(told(Map.of("tro.rus", HIGH, "tro.vold", LOW, "tro.redd", scale(10, 7, 2, 1, 0)))
                        .getFirst())
                .endsWith("har dette høyest snitt, men ett annet ligger så nær at rekkefølgen kan være tilfeldig.");
        assertThat(told(Map.of("tro.rus", HIGH, "tro.vold", LIKE_HIGH)))
                .allMatch(it -> it.endsWith("men alle ligger så nær hverandre at rekkefølgen kan være tilfeldig."));
    }

    @Test
    void equals_are_named() {
        assertThat(told(Map.of("tro.rus", HIGH, "tro.vold", HIGH, "tro.redd", HIGH))
                        .getFirst())
                .endsWith("Like høyt ligger «Jeg spør om vold».");
        assertThat(told(Map.of("hindre", new Tally(20, Map.of("tid", 9, "frykt", 9, "ingen", 2)))))
                .containsExactly(
                        "Fem av ti (9 av 20) har valgt «Tid» på «Hva hindrer deg?». Like mange har valgt «Frykt».");
    }

    /** The good end of a reversed statement is the low one. */
    @Test
    void a_reversed_statement_is_weak_where_many_agree() {
        assertThat(told(Map.of("tro.rus", HIGH, "tro.redd", HIGH)).getLast())
                .startsWith("Ni av ti (18 av 20) svarer «Enig» eller «Helt enig» på «Jeg er redd (snudd påstand)».")
                .contains("svakest snitt");
    }

    @Test
    void of_fewer_than_ten_no_number_is_told() {
        List<String> told = told(Map.of("tro.rus", scale(0, 0, 0, 0, 7), "tro.vold", scale(1, 2, 2, 1, 1)));
        assertThat(told)
                .containsExactly("Alle, eller alle unntatt én, svarer «Helt enig» på «Jeg spør om rus».")
                .noneMatch(it -> it.matches(".*\\d.*"));
        assertThat(told(Map.of("tro.vold", scale(1, 2, 2, 1, 1))))
                .singleElement()
                .asString()
                .contains("ingen påstand");
    }

    private static List<String> compared(Tally mine, Tally theirs) {
        Round round = round("Høsten");
        Round other = round("Våren");
        Report.Group one = group(round, "all", "");
        Report.Group two = group(other, "all", "");
        return sentences(report(
                round,
                Optional.of(other),
                Division.NONE,
                List.of(one, two),
                Map.of(one.key(), Map.of("tro.rus", mine), two.key(), Map.of("tro.rus", theirs))));
    }

    @Test
    void a_difference_between_rounds_is_told_only_where_its_interval_allows() {
        assertThat(compared(HIGH, LOW).getFirst())
                .isEqualTo(
                        "På 1 av 1 spørsmål skiller snittene i de to rundene seg mer enn tilfeldigheter vanligvis gir. Størst"
                                + " er forskjellen på «Jeg spør om rus»: Høsten har snitt 4,40, Våren har 1,70.");
        assertThat(compared(HIGH, LIKE_HIGH).getFirst())
                .startsWith("På ingen av 1 spørsmål")
                .doesNotContain("Størst");
        assertThat(compared(scale(0, 0, 0, 0, 7), LOW).getFirst()).startsWith("Ingen snitt kan sammenlignes");
    }

    @Test
    void so_is_one_between_groups_of_staff_and_never_one_between_regions() {
        Round round = round("Høsten");
        List<Report.Group> groups = new ArrayList<>(List.of(
                group(round, "all", ""),
                group(round, "staff-group", "leder"),
                group(round, "staff-group", "behandler")));
        Map<Report.GroupKey, Map<String, Tally>> tallies = Map.of(
                groups.get(0).key(), Map.of("tro.rus", scale(10, 6, 6, 8, 10)),
                groups.get(1).key(), Map.of("tro.rus", HIGH),
                groups.get(2).key(), Map.of("tro.rus", LOW));
        assertThat(sentences(report(round, Optional.empty(), Division.STAFF_GROUP, groups, tallies))
                        .getFirst())
                .contains("I 1 av 1 sammenligninger", "Ledere har snitt 4,40, Behandlere har 1,70");
        assertThat(sentences(report(round, Optional.empty(), Division.RVTS, groups, tallies)))
                .noneMatch(it -> it.contains("Ledere") || it.contains("sammenligning"));
    }
}
