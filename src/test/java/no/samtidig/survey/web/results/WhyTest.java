package no.samtidig.survey.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.ResultWorld;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.results.Answered;
import no.samtidig.survey.results.Division;
import no.samtidig.survey.results.Report;
import org.junit.jupiter.api.Test;

/** That there is no number has a reason, and none is told that is not known. */
class WhyTest {
    private static final ReportWording WORDS = new ReportWording(App.shared().bean(Texts.class), Language.NB);
    private static final NamedPlace COUNTRY = new NamedPlace(new Place.Country(), "", "");
    private static final NamedPlace UNIT = new NamedPlace(Place.of(new UnitPath(ResultWorld.ELVETUN)), "Elvetun", "");

    private final Round settled = round(Round.State.SETTLED);
    private final Round open = round(Round.State.OPEN);

    private static Round round(Round.State state) {
        return new Round(
                new RoundId(UUID.randomUUID()),
                "Høsten",
                QuestionnaireText.read("prove", Path.of("test"), ResultWorld.FORM),
                "1",
                true,
                true,
                Round.First.STAFF_GROUP,
                new Round.Target(List.of(), List.of(), Set.of(), Set.of()),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 31),
                state);
    }

    private static Report.Group group(Round round, NamedPlace place, String split, OptionalInt n, int invited) {
        return new Report.Group(
                new Report.GroupKey(round.id(), place.place(), split.isEmpty() ? "all" : "staff-group", split),
                "",
                n,
                invited,
                n.isPresent() ? new Answered.All(n.getAsInt()) : new Answered.Untold());
    }

    private static String why(Round round, Report.Group group, String code) {
        Item.Question question = round.questionnaire().questions().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
        Report report = new Report(
                round, Optional.empty(), COUNTRY, Division.NONE, group, List.of(group), Map.of(), false, Map.of(), 0);
        return new Why(report, WORDS).hidden(group, question);
    }

    @Test
    void of_a_group_that_is_not_shown_it_says_what_is_known_of_the_invitations() {
        assertThat(why(settled, group(settled, UNIT, "", OptionalInt.empty(), 0), "ofte"))
                .isEqualTo("Ingen her ble invitert.");
        assertThat(why(settled, group(settled, UNIT, "", OptionalInt.empty(), 4), "ofte"))
                .startsWith("Bare 4 ble invitert.");
        assertThat(why(settled, group(settled, UNIT, "", OptionalInt.empty(), 16), "ofte"))
                .isEqualTo("Svar som finnes her, kan ikke vises for seg. De er talt med i en større gruppe.");
    }

    @Test
    void that_fewer_than_five_answered_is_said_only_where_there_is_no_larger_group() {
        String few = "Færre enn fem har svart";
        assertThat(why(settled, group(settled, COUNTRY, "", OptionalInt.of(30), 40), "ofte"))
                .startsWith(few);
        assertThat(why(settled, group(settled, COUNTRY, "leder", OptionalInt.of(30), 40), "ofte"))
                .doesNotContain(few)
                .contains("talt med i en større gruppe");
        assertThat(why(settled, group(settled, UNIT, "", OptionalInt.of(30), 40), "ofte"))
                .doesNotContain(few);
    }

    @Test
    void what_was_put_to_some_and_what_is_open_say_so() {
        assertThat(why(settled, group(settled, UNIT, "", OptionalInt.of(30), 40), "hindre"))
                .startsWith("Spørsmålet ble bare stilt til noen.");
        assertThat(why(open, group(open, UNIT, "", OptionalInt.of(30), 40), "ofte"))
                .startsWith("Mens runden er åpen");
    }
}
