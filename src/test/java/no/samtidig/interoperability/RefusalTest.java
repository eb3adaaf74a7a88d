package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.interoperability.Reading.Reason;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.junit.jupiter.api.Test;

/** What is no questionnaire for us is refused for a reason one can act on, and what is odd in one is told. */
class RefusalTest {
    private static final String QUESTION = "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"Hva?\",\"maxLength\":200}";

    private static String questionnaire(String... items) {
        return "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"language\":\"nb\",\"title\":\"T\",\"item\":["
                + String.join(",", items) + "]}";
    }

    private static void refused(String json, Reason reason, String... arguments) {
        assertThat(Workbench.read(json)).isInstanceOfSatisfying(Reading.Refused.class, it -> {
            assertThat(it.reason()).isEqualTo(reason);
            assertThat(it.arguments()).containsExactly(arguments);
        });
    }

    private static ImportReport.Entry entry(Reading.Read read, String link) {
        return read.report().entries().stream()
                .filter(it -> it.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    private static List<Kind> kinds(ImportReport.Entry entry) {
        return entry.notes().stream().map(ImportReport.Note::kind).toList();
    }

    @Test
    void what_is_no_json_is_refused_with_its_line() {
        refused("", Reason.EMPTY);
        refused("  \n ", Reason.EMPTY);
        refused("hei", Reason.NOT_JSON, "1");
        refused("{\n\"resourceType\": \"Questionnaire\",\n oi}", Reason.NOT_JSON, "3");
        refused("{\"resourceType\":\"Questionnaire\",\"resourceType\":\"Patient\"}", Reason.NOT_JSON, "1");
        refused("<Questionnaire xmlns=\"http://hl7.org/fhir\"/>", Reason.XML);
        refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", Reason.XML);
    }

    @Test
    void letters_that_are_not_utf8_are_refused_before_they_come_out_wrong() {
        String text = questionnaire("{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"Spørsmål på norsk\"}");
        for (Charset other : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            assertThat(Workbench.FHIR.read(text.getBytes(other), Language.NB))
                    .isEqualTo(Reading.Refused.because(Reason.NOT_UTF8));
        }
    }

    @Test
    void a_number_that_would_fill_the_memory_is_refused() {
        for (String number : List.of("1e999999999", "1e-999999999", "1." + "1".repeat(500))) {
            refused(
                    questionnaire(
                            "{\"linkId\":\"a\",\"type\":\"decimal\",\"text\":\"x\",\"initial\":[{\"valueDecimal\":"
                                    + number + "}]}"),
                    Reason.NOT_FHIR);
        }
    }

    @Test
    void other_things_of_fhir_and_other_versions_are_refused_by_name() {
        refused("[]", Reason.NOT_FHIR);
        refused("{}", Reason.NOT_FHIR);
        refused("{\"resourceType\":\"Patient\"}", Reason.OTHER_TYPE, "Patient");
        refused("{\"resourceType\":\"Oppdiktet\"}", Reason.OTHER_TYPE, "Oppdiktet");
        refused(questionnaire("{\"linkId\":\"a\",\"type\":\"coding\",\"text\":\"x\"}"), Reason.OTHER_VERSION, "R5");
        refused(questionnaire(QUESTION.replace("}", ",\"disabledDisplay\":\"hidden\"}")), Reason.OTHER_VERSION, "R5");
        refused(questionnaire(QUESTION.replace("}", ",\"option\":[]}")), Reason.OTHER_VERSION, "STU3");
        refused("{\"resourceType\":\"Questionnaire\",\"item\":\"x\"}", Reason.NO_ITEMS);
        refused(questionnaire(), Reason.NO_ITEMS);
    }

    @Test
    void what_is_too_large_too_deep_or_too_much_is_refused_before_it_costs_anything() {
        assertThat(Workbench.FHIR.read(new byte[5 * 1024 * 1024], Language.NB))
                .isEqualTo(Reading.Refused.because(Reason.TOO_LARGE));
        String open = IntStream.range(0, 10_000)
                .mapToObj(it -> "{\"linkId\":\"g" + it + "\",\"type\":\"group\",\"text\":\"g\",\"item\":[")
                .collect(Collectors.joining());
        assertThat(Workbench.read(questionnaire(open + "]}".repeat(10_000))))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.TOO_DEEP));
        String many = IntStream.rangeClosed(0, FhirQuestionnaires.MOST_ITEMS)
                .mapToObj(it -> QUESTION.replace("\"a\"", "\"a" + it + "\""))
                .collect(Collectors.joining(","));
        refused(questionnaire(many), Reason.TOO_MANY, "1000");
    }

    @Test
    void links_must_be_there_be_different_and_not_wait_for_themselves() {
        refused(questionnaire(QUESTION, QUESTION), Reason.SAME_LINK, "a");
        refused(questionnaire(QUESTION.replace("\"linkId\":\"a\",", "")), Reason.NO_LINK, "Hva?");
        String one = "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"x\",\"enableWhen\":[{\"question\":\"b\","
                + "\"operator\":\"exists\",\"answerBoolean\":true}]}";
        String other = one.replace("\"b\"", "\"c\"").replace("\"a\"", "\"b\"").replace("\"c\"", "\"a\"");
        refused(questionnaire(one, other), Reason.LOOP, "a");
        refused(questionnaire(one.replace("\"b\"", "\"a\"")), Reason.LOOP, "a");
    }

    @Test
    void a_text_that_is_missing_leaves_the_item_out_and_says_so() {
        Reading.Read read = Workbench.taken(questionnaire(QUESTION, "{\"linkId\":\"b\",\"type\":\"string\"}"));
        assertThat(entry(read, "b").outcome()).isEqualTo(Outcome.LEFT_OUT);
        assertThat(kinds(entry(read, "b"))).containsExactly(Kind.NO_TEXT);
        refused(questionnaire("{\"linkId\":\"b\",\"type\":\"string\"}"), Reason.NOTHING_LEFT);
    }

    @Test
    void html_stays_letters_and_control_characters_go() {
        Reading.Read read = Workbench.taken(questionnaire(
                QUESTION.replace("Hva?", "<script>alert(1)</script>\\u0000?"),
                "{\"linkId\":\"i\",\"type\":\"display\",\"text\":\"<b>*fet*</b>\\n- punkt\"}"));
        assertThat(read.questionnaire()
                        .items()
                        .getFirst()
                        .text()
                        .in(Language.NB)
                        .value())
                .isEqualTo("<script>alert(1)</script>?");
        String html = RichText.of(read.questionnaire()
                        .items()
                        .getLast()
                        .text()
                        .in(Language.NB)
                        .value())
                .html();
        assertThat(html).contains("&lt;b&gt;*fet*&lt;/b&gt;").doesNotContain("<b>", "<em>", "<li>");
    }

    @Test
    void what_does_not_belong_in_r4_is_told_by_name() {
        Reading.Read read = Workbench.taken(questionnaire(
                QUESTION.replace("}", ",\"oppfinnelse\":1}"), "{\"linkId\":\"b\",\"type\":\"ukjent\",\"text\":\"x\"}"));
        assertThat(read.report().whole().notes()).contains(ImportReport.Note.of(Kind.UNKNOWN_FIELD, "oppfinnelse"));
        assertThat(kinds(read.report().whole())).contains(Kind.INVALID);
        assertThat(kinds(entry(read, "b"))).containsExactly(Kind.TYPE);
    }

    @Test
    void types_we_lack_hidden_ones_and_value_sets_elsewhere_are_left_out_by_name() {
        Reading.Read read = Workbench.taken(questionnaire(
                QUESTION,
                "{\"linkId\":\"d\",\"type\":\"date\",\"text\":\"Når?\"}",
                "{\"linkId\":\"f\",\"type\":\"attachment\",\"text\":\"Fil?\"}",
                "{\"linkId\":\"r\",\"type\":\"reference\",\"text\":\"Hvem?\"}",
                "{\"linkId\":\"h\",\"type\":\"string\",\"text\":\"x\",\"extension\":[{\"url\":\"" + Fhir.HIDDEN
                        + "\",\"valueBoolean\":true}]}",
                "{\"linkId\":\"v\",\"type\":\"choice\",\"text\":\"x\",\"answerValueSet\":\"http://x.invalid/vs\"}",
                "{\"linkId\":\"w\",\"type\":\"string\",\"text\":\"x\",\"enableWhen\":[{\"question\":\"d\","
                        + "\"operator\":\"exists\",\"answerBoolean\":true}]}"));
        assertThat(read.report().entries())
                .extracting(ImportReport.Entry::link, ImportReport.Entry::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", Outcome.WHOLE),
                        org.assertj.core.groups.Tuple.tuple("d", Outcome.LEFT_OUT),
                        org.assertj.core.groups.Tuple.tuple("f", Outcome.LEFT_OUT),
                        org.assertj.core.groups.Tuple.tuple("r", Outcome.LEFT_OUT),
                        org.assertj.core.groups.Tuple.tuple("h", Outcome.LEFT_OUT),
                        org.assertj.core.groups.Tuple.tuple("v", Outcome.LEFT_OUT),
                        org.assertj.core.groups.Tuple.tuple("w", Outcome.CHANGED));
        assertThat(entry(read, "v").notes()).contains(ImportReport.Note.of(Kind.VALUE_SET, "http://x.invalid/vs"));
        assertThat(entry(read, "w").notes()).contains(ImportReport.Note.of(Kind.CONDITION, "d"));
        assertThat(entry(read, "a").notes()).contains(ImportReport.Note.of(Kind.MISSING_LANGUAGE, "nn"));
    }

    @Test
    void groups_in_groups_are_flattened_with_their_rules_and_what_follows_a_page_gets_its_own() {
        String when = ",\"enableWhen\":[{\"question\":\"a\",\"operator\":\"exists\",\"answerBoolean\":true}]";
        Reading.Read read = Workbench.taken(questionnaire(
                QUESTION,
                "{\"linkId\":\"side\",\"type\":\"group\",\"text\":\"Side\"" + when
                        + ",\"item\":[{\"linkId\":\"indre\",\"type\":"
                        + "\"group\",\"text\":\"Indre\"" + when + ",\"item\":["
                        + QUESTION.replace("\"a\"", "\"dyp\"") + "]}]}",
                QUESTION.replace("\"a\"", "\"etter\"")));
        Condition answered = new Condition.Answered("a");
        assertThat(read.questionnaire().items())
                .extracting(it -> it.kind().code(), Item::shown)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("short-text", Condition.ALWAYS),
                        org.assertj.core.groups.Tuple.tuple("page", answered),
                        org.assertj.core.groups.Tuple.tuple("information", answered),
                        org.assertj.core.groups.Tuple.tuple("short-text", answered),
                        org.assertj.core.groups.Tuple.tuple("page", Condition.ALWAYS),
                        org.assertj.core.groups.Tuple.tuple("short-text", Condition.ALWAYS));
        assertThat(kinds(entry(read, "side"))).contains(Kind.PAGE);
        assertThat(kinds(entry(read, "indre"))).contains(Kind.FLATTENED);
        assertThat(kinds(entry(read, "etter"))).contains(Kind.NEW_PAGE);
    }

    @Test
    void comparisons_keep_their_meaning() {
        String number = "{\"linkId\":\"n\",\"type\":\"integer\",\"text\":\"Hvor mange?\"}";
        String asks =
                "{\"linkId\":\"b\",\"type\":\"display\",\"text\":\"x\",\"enableWhen\":[{\"question\":\"n\",\"operator\":\"OP\","
                        + "\"answerInteger\":5}]}";
        record Case(String operator, int least, int most) {}
        for (Case it : List.of(
                new Case(">", 6, Integer.MAX_VALUE),
                new Case(">=", 5, Integer.MAX_VALUE),
                new Case("<", Integer.MIN_VALUE, 4),
                new Case("<=", Integer.MIN_VALUE, 5))) {
            assertThat(Workbench.taken(questionnaire(number, asks.replace("OP", it.operator())))
                            .questionnaire()
                            .items()
                            .getLast()
                            .shown())
                    .isEqualTo(new Condition.Between("n", it.least(), it.most()));
        }
        assertThat(Workbench.taken(questionnaire(number, asks.replace("OP", "!=")))
                        .questionnaire()
                        .items()
                        .getLast()
                        .shown())
                .isEqualTo(new Condition.All(List.of(
                        new Condition.Answered("n"),
                        new Condition.Not(new Condition.AnyOf("n", java.util.Set.of("5"))))));
    }

    @Test
    void a_rule_changed_elsewhere_after_we_wrote_it_wins_over_our_copy_of_it() {
        String json = Workbench.FHIR
                .write(
                        new no.samtidig.questionnaire.Questionnaire(
                                "to",
                                new LocalizedText(java.util.Map.of(Language.NB, "T")),
                                new LocalizedText(java.util.Map.of(Language.NB, "I")),
                                1,
                                false,
                                List.of(
                                        new Item.ShortText(wording("a", Condition.ALWAYS), 200),
                                        new Item.ShortText(
                                                wording("b", new Condition.Any(List.of(new Condition.Answered("a")))),
                                                200))),
                        true)
                .json();
        assertThat(json).contains(Fhir.SHOWN);
        String changed = json.replace("\"answerBoolean\": true", "\"answerBoolean\": false");
        assertThat(changed).isNotEqualTo(json);
        Reading.Read read = Workbench.taken(changed);
        assertThat(kinds(entry(read, "b"))).contains(Kind.CONDITION_DIFFERS);
        assertThat(read.questionnaire().items().getLast().shown())
                .isEqualTo(new Condition.Not(new Condition.Answered("a")));
    }

    private static Item.Wording wording(String code, Condition shown) {
        return new Item.Wording(
                code, new LocalizedText(java.util.Map.of(Language.NB, "Hva?")), null, shown, Condition.NEVER);
    }

    @Test
    void bytes_that_are_no_letters_and_a_mark_in_front_do_no_harm() {
        byte[] marked = ("\uFEFF" + questionnaire(QUESTION)).getBytes(StandardCharsets.UTF_8);
        assertThat(Workbench.FHIR.read(marked, Language.NB)).isInstanceOf(Reading.Read.class);
        assertThat(Workbench.FHIR.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, Language.NB))
                .isInstanceOf(Reading.Refused.class);
    }
}
