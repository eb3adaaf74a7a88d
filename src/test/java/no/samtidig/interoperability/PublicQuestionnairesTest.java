package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questionnaires that others made, as HL7 publishes them with its test cases. */
class PublicQuestionnairesTest {
    private static final String ZIKA = "validator/questionnaire-enableWhen-dw.json";
    private static final String RECRUITMENT = "validator/q-vr.json";

    private static final String DECIMALS = "validator/questionnaire/Questionnaire-ExampleEntryValidationDecimal.json";

    private static byte[] file(String name) {
        try (InputStream in =
                PublicQuestionnairesTest.class.getClassLoader().getResourceAsStream("org/hl7/fhir/testcases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Reading.Read read(String name) {
        return (Reading.Read) Workbench.FHIR.read(file(name), Language.EN);
    }

    private static List<Kind> kinds(ImportReport.Entry entry) {
        return entry.notes().stream()
                .map(ImportReport.Note::kind)
                .filter(it -> it != Kind.MISSING_LANGUAGE)
                .toList();
    }

    @Test
    void a_small_one_on_exposure_item_by_item() {
        Reading.Read read = read(ZIKA);
        ImportReport report = read.report();
        assertThat(report.entries())
                .extracting(
                        ImportReport.Entry::link,
                        ImportReport.Entry::type,
                        ImportReport.Entry::outcome,
                        PublicQuestionnairesTest::kinds)
                .containsExactly(
                        tuple("1", "boolean", Outcome.CHANGED, List.of(Kind.YES_NO, Kind.FIELD, Kind.EXTENSION)),
                        tuple("2", "boolean", Outcome.CHANGED, List.of(Kind.YES_NO, Kind.FIELD, Kind.EXTENSION)),
                        tuple("3", "quantity", Outcome.CHANGED, List.of(Kind.QUANTITY, Kind.BOUNDS, Kind.FIELD)),
                        tuple(
                                "4",
                                "boolean",
                                Outcome.CHANGED,
                                List.of(Kind.BEHAVIOUR_ALL, Kind.YES_NO, Kind.FIELD, Kind.EXTENSION)),
                        tuple("5", "quantity", Outcome.CHANGED, List.of(Kind.QUANTITY, Kind.BOUNDS, Kind.FIELD)),
                        tuple("6", "boolean", Outcome.CHANGED, List.of(Kind.YES_NO, Kind.FIELD, Kind.EXTENSION)));
        assertThat(report.whole().notes())
                .filteredOn(it -> it.kind() == Kind.FIELD)
                .flatExtracting(ImportReport.Note::arguments)
                .containsExactlyInAnyOrder("url", "name", "subjectType", "date", "effectivePeriod", "text");
        assertThat(kinds(report.whole())).contains(Kind.NO_LANGUAGE, Kind.MINUTES);
        assertThat(read.questionnaire().slug()).isEqualTo("zika-virus-exposure-assessment");
        assertThat(read.questionnaire().items())
                .extracting(it -> it.kind().code(), Item::shown)
                .containsExactly(
                        tuple("single", Condition.ALWAYS),
                        tuple("single", new Condition.AnyOf("1", Set.of("nei"))),
                        tuple("number", new Condition.AnyOf("2", Set.of("ja"))),
                        tuple(
                                "single",
                                new Condition.All(List.of(
                                        new Condition.AnyOf("1", Set.of("nei")),
                                        new Condition.AnyOf("2", Set.of("nei"))))),
                        tuple("number", new Condition.AnyOf("4", Set.of("ja"))),
                        tuple("single", new Condition.AnyOf("4", Set.of("nei"))));
    }

    @Test
    void one_on_numbers_item_by_item() {
        Reading.Read read = read(DECIMALS);
        List<Kind> decimal = List.of(Kind.DECIMAL, Kind.BOUNDS, Kind.CODE, Kind.EXTENSION);
        List<Kind> quantity = List.of(Kind.QUANTITY, Kind.BOUNDS, Kind.CODE, Kind.EXTENSION);
        assertThat(read.report().entries())
                .extracting(ImportReport.Entry::link, ImportReport.Entry::outcome, PublicQuestionnairesTest::kinds)
                .containsExactly(
                        tuple("testId1", Outcome.CHANGED, decimal),
                        tuple("testId2", Outcome.CHANGED, quantity),
                        tuple("testId3", Outcome.CHANGED, decimal),
                        tuple("testId4", Outcome.CHANGED, quantity));
        assertThat(read.report().entries().getFirst().notes())
                .contains(
                        ImportReport.Note.of(Kind.CODE, "test-id1"),
                        ImportReport.Note.of(
                                Kind.EXTENSION, "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces"));
        assertThat(read.questionnaire().items()).allMatch(Item.NumberQuestion.class::isInstance);
    }

    @Test
    void a_long_one_with_groups_in_groups() {
        ImportReport report = read(RECRUITMENT).report();
        assertThat(report.count(Outcome.LEFT_OUT)).isZero();
        assertThat(report.count(Outcome.CHANGED)).isEqualTo(89);
        assertThat(report.count(Outcome.WHOLE)).isEqualTo(39);
        assertThat(report.entries())
                .filteredOn(it -> it.link().equals("materials/broadcast"))
                .singleElement()
                .satisfies(it -> assertThat(kinds(it)).containsExactly(Kind.FLATTENED, Kind.CODE));
        assertThat(report.entries())
                .filteredOn(it -> it.link().equals("materials/usematerials"))
                .singleElement()
                .satisfies(it -> assertThat(it.notes())
                        .contains(
                                ImportReport.Note.of(Kind.CONTROL, "drop-down"),
                                ImportReport.Note.of(Kind.CODE, "materials-usematerials")));
    }

    @Test
    void those_without_texts_without_links_or_of_an_older_fhir_are_refused() {
        assertThat(Workbench.FHIR.read(file("r4/examples/bundle-questionnaire.json"), Language.EN))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.reason()).isEqualTo(Reading.Reason.NO_LINK));
        assertThat(Workbench.FHIR.read(file("r4/examples/questionnaire-example.json"), Language.EN))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.reason()).isEqualTo(Reading.Reason.NOTHING_LEFT));
        assertThat(Workbench.FHIR.read(file("validator/q-coepi.json"), Language.EN))
                .isEqualTo(Reading.Refused.because(Reading.Reason.OTHER_VERSION, "STU3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ZIKA, RECRUITMENT, DECIMALS})
    void every_item_stands_in_the_report_in_its_order_and_the_draft_can_be_read(String name) {
        Reading.Read read = read(name);
        List<String> links = new java.util.ArrayList<>();
        gather(new JsonMapper().readTree(file(name)), links);
        assertThat(read.report().entries()).extracting(ImportReport.Entry::link).containsExactlyElementsOf(links);
        assertThat(QuestionnaireText.read(
                        read.questionnaire().slug(), Path.of("draft"), QuestionnaireText.write(read.questionnaire())))
                .isEqualTo(read.questionnaire());
    }

    private static void gather(JsonNode node, List<String> links) {
        for (JsonNode it : node.path("item")) {
            links.add(it.path("linkId").asString());
            gather(it, links);
        }
    }
}
