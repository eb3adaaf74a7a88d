package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.Person.Answer;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Edition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.Questionnaires;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Editors write questionnaires in a browser without JavaScript. */
@Tag("questionnaire")
class QuestionnaireJourneyTest {
    private static final App APP = App.shared();

    private static Person editor() {
        return APP.signedIn("fagredaktor");
    }

    /** An empty draft of its own for each test. */
    private static String begun(Person editor) {
        String slug = "skjema-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = both(editor.form(editor.get("/skjemaer/ny"), "Lag utkastet"), "Tittel", "Vakten", "Vakta")
                .fill("Adresse (kan stå tom)", slug)
                .send();
        assertThat(made.path()).isEqualTo("/skjemaer/" + slug + "/rediger");
        return slug;
    }

    private static Element form(Answer page) {
        return page.one("form.form");
    }

    private static Form both(Form form, String what, String nb, String nn) {
        return form.fill(what + " > Bokmål", nb).fill(what + " > Nynorsk", nn);
    }

    /** Lines in both languages, as they are numbered. */
    private static Form lines(Form form, String what, String... both) {
        for (int i = 0; i < both.length; i += 2) {
            form.fill(what + " > " + (i / 2 + 1) + ". Bokmål", both[i])
                    .fill(what + " > " + (i / 2 + 1) + ". Nynorsk", both[i + 1]);
        }
        return form;
    }

    /** The form of a new item. */
    private static Form item(Person editor, String slug, String kind) {
        return editor.form(editor.get("/skjemaer/" + slug + "/nytt?type=" + kind), "Lagre");
    }

    private static Form question(Person editor, String slug, String kind, String code, String nb, String nn) {
        return both(item(editor, slug, kind), "Spørsmålet", nb, nn).fill("Kode (kan stå tom)", code);
    }

    private static void keep(String slug, Form item) {
        Answer saved = item.send();
        assertThat(saved.path()).as(saved.text()).isEqualTo("/skjemaer/" + slug + "/rediger");
        assertThat(saved.text()).contains("Lagret.");
    }

    private static void addChoice(Person editor, String slug, String code) {
        keep(
                slug,
                lines(
                        question(editor, slug, "single", code, "Hvilken vakt har du?", "Kva vakt har du?"),
                        "Valg",
                        "Dag",
                        "Dag",
                        "Natt",
                        "Natt"));
    }

    private static Questionnaire draft(String slug) {
        return APP.bean(Drafts.class).find(slug).orElseThrow().questionnaire();
    }

    @Test
    void one_of_each_kind_is_written_and_published_without_javascript() {
        Person editor = editor();
        String slug = begun(editor);
        keep(
                slug,
                both(item(editor, slug, "page"), "Overskrift", "Del én", "Del éin")
                        .fill("Kode (kan stå tom)", "del-en"));
        keep(slug, both(item(editor, slug, "information"), "Teksten", "Les **dette**.", "Les **dette**."));
        addChoice(editor, slug, "vakt");
        keep(
                slug,
                lines(
                                question(editor, slug, "multiple", "hindre", "Hva hindrer deg?", "Kva hindrar deg?"),
                                "Valg",
                                "Tiden",
                                "Tida",
                                "Støy",
                                "Støy",
                                "Ingenting",
                                "Ingenting")
                        .tick("Kan bare velges alene #3")
                        .fill("Høyst så mange (kan stå tom)", "2"));
        keep(
                slug,
                lines(
                                lines(
                                        question(
                                                editor,
                                                slug,
                                                "likert",
                                                "trygg",
                                                "Hvor enig er du?",
                                                "Kor einig er du?"),
                                        "Skala",
                                        "Uenig",
                                        "Ueinig",
                                        "Midt på",
                                        "Midt på",
                                        "Enig",
                                        "Einig"),
                                "Påstander",
                                "Jeg er trygg",
                                "Eg er trygg",
                                "Det er tilfeldig\nhvem som spør",
                                "Det er tilfeldig kven som spør")
                        .tick("Snudd: det er bra om svarene ligger lavt på skalaen #2"));
        keep(
                slug,
                question(editor, slug, "frequency", "ofte", "Jeg spør", "Eg spør")
                        .choose("Må det besvares?", "Ja"));
        keep(slug, question(editor, slug, "importance", "viktig", "Å øve", "Å øve"));
        keep(
                slug,
                both(
                        both(
                                question(editor, slug, "slider", "tro", "Hvor stor tro?", "Kor stor tru?"),
                                "Ord ved 0",
                                "Ingen",
                                "Inga"),
                        "Ord ved 10",
                        "Full",
                        "Full"));
        keep(
                slug,
                both(
                        question(editor, slug, "number", "ar", "Hvor mange år?", "Kor mange år?")
                                .fill("Minste tall", "0")
                                .fill("Største tall", "60"),
                        "Hva tallet måler (kan stå tom)",
                        "år",
                        "år"));
        keep(
                slug,
                question(editor, slug, "short-text", "annet", "Annet?", "Anna?").fill("Høyst så mange tegn", "80"));
        keep(slug, question(editor, slug, "long-text", "fritt", "Noe mer?", "Noko meir?"));

        Questionnaire written = draft(slug);
        assertThat(written.items())
                .extracting(it -> it.kind().code())
                .containsExactly(
                        "page",
                        "information",
                        "single",
                        "multiple",
                        "likert",
                        "frequency",
                        "importance",
                        "slider",
                        "number",
                        "short-text",
                        "long-text");
        assertThat(written.item("del-en")).isPresent();
        assertThat(((Item.LikertGrid) written.item("trygg").orElseThrow()).rows())
                .extracting(it -> it.text().in(Language.NB).value(), Item.Row::reversed)
                .containsExactly(tuple("Jeg er trygg", false), tuple("Det er tilfeldig hvem som spør", true));
        assertThat(written.item("les-dette"))
                .as("a code is made from the words")
                .isPresent();
        assertThat(written.item("vakt"))
                .hasValueSatisfying(it -> assertThat(((Item.SingleChoice) it).options())
                        .extracting(Item.Option::code)
                        .containsExactly("dag", "natt"));
        assertThat(written.item("hindre")).hasValueSatisfying(it -> {
            Item.MultipleChoice hindrances = (Item.MultipleChoice) it;
            assertThat(hindrances.atMost()).isEqualTo(2);
            assertThat(hindrances.options()).extracting(Item.Option::exclusive).containsExactly(false, false, true);
        });
        assertThat(written.item("ofte"))
                .hasValueSatisfying(
                        it -> assertThat(((Item.Question) it).required()).isEqualTo(Condition.ALWAYS));

        Answer preview = editor.get("/skjemaer/" + slug + "?utkast&sprak=nn");
        assertThat(preview.text()).contains("Kva vakt har du?", "Noko meir?").doesNotContain("Hvilken vakt har du?");

        Answer published = editor.submit(
                editor.get("/skjemaer/" + slug + "/sjekk").one("form[action$=/publiser]"),
                "revisjon",
                revision(editor, slug));
        assertThat(published.path()).isEqualTo("/skjemaer/" + slug);
        assertThat(published.text()).contains("Utgave 1 er publisert");
        assertThat(APP.bean(Questionnaires.class).newest(slug)).contains(written);
        assertThat(APP.bean(Questionnaires.class).all()).contains(written);
        assertThat(APP.bean(Drafts.class).find(slug)).isEmpty();
    }

    private static String revision(Person editor, String slug) {
        return editor.get("/skjemaer/" + slug + "/sjekk").one("[name=revisjon]").val();
    }

    /** A published questionnaire with one question. */
    private static String published(Person editor) {
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision(editor, slug));
        return slug;
    }

    @Test
    void what_is_published_stands_while_the_next_edition_is_written() {
        Person editor = editor();
        String slug = published(editor);
        Edition first = APP.bean(Questionnaires.class).edition(slug).orElseThrow();
        Answer edit = editor.submit(editor.get("/skjemaer/" + slug).one("form[action$=/utkast]"));
        assertThat(edit.path()).isEqualTo("/skjemaer/" + slug + "/rediger");
        assertThat(edit.text()).contains("Utkast til utgave 2");
        addChoice(editor, slug, "til");
        assertThat(APP.bean(Questionnaires.class).edition(slug)).contains(first);
        Answer second = editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision(editor, slug));
        assertThat(second.text()).contains("Utgave 2 er publisert");
        Edition now = APP.bean(Questionnaires.class).edition(slug).orElseThrow();
        assertThat(now.number()).isEqualTo(2);
        assertThat(now.version()).isNotEqualTo(first.version());
        assertThat(now.questionnaire().items()).hasSize(2);
    }

    @Test
    void an_earlier_wording_can_be_published_again_and_is_then_the_newest() {
        Person editor = editor();
        String slug = published(editor);
        String first =
                APP.bean(Questionnaires.class).edition(slug).orElseThrow().version();
        editor.post("/skjemaer/" + slug + "/utkast");
        addChoice(editor, slug, "til");
        editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision(editor, slug));
        editor.post("/skjemaer/" + slug + "/utkast");
        editor.post("/skjemaer/" + slug + "/rediger/til/slett", "revisjon", "1");
        editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision(editor, slug));
        Edition now = APP.bean(Questionnaires.class).edition(slug).orElseThrow();
        assertThat(now.version()).isEqualTo(first);
        assertThat(now.number()).isEqualTo(3);
    }

    @Test
    void what_must_be_mended_stops_publishing() {
        Person editor = editor();
        String slug = begun(editor);
        keep(slug, question(editor, slug, "frequency", "ofte", "Jeg spør", ""));
        Answer check = editor.get("/skjemaer/" + slug + "/sjekk");
        assertThat(check.text()).contains("Må rettes", "Teksten mangler på nynorsk", "Gå til ofte");
        assertThat(check.page().select("form[action$=/publiser]")).isEmpty();
        Answer refused = editor.post(
                "/skjemaer/" + slug + "/publiser",
                "revisjon",
                String.valueOf(APP.bean(Drafts.class).find(slug).orElseThrow().revision()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Skjemaet er ikke publisert");
        assertThat(APP.bean(Questionnaires.class).find(slug)).isEmpty();
    }

    @Test
    void publishing_twice_with_the_same_button_publishes_once() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        String revision = revision(editor, slug);
        editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision);
        Answer again = editor.post("/skjemaer/" + slug + "/publiser", "revisjon", revision);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Utgave 1 er publisert");
    }

    @Test
    void nothing_is_published_that_the_editor_has_not_seen() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        String seen = revision(editor, slug);
        addChoice(editor(), slug, "til");
        Answer answer = editor.post("/skjemaer/" + slug + "/publiser", "revisjon", seen);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Noen endret skjemaet mens du så på listen");
        assertThat(APP.bean(Questionnaires.class).find(slug)).isEmpty();
    }

    @Test
    void two_editors_never_overwrite_each_other_in_silence() {
        Person one = editor();
        Person other = APP.signedIn("prosjektleder");
        String slug = begun(one);
        addChoice(one, slug, "vakt");
        Element oneForm = form(one.get("/skjemaer/" + slug + "/rediger/vakt"));
        Element otherForm = form(other.get("/skjemaer/" + slug + "/rediger/vakt"));
        other.submit(otherForm, "tekst-nb", "Hvilken vakt går du?");
        Answer refused =
                one.submit(oneForm, "tekst-nb", "Når jobber du?", "linje-nb", "Dagvakt", "linje-nb", "Nattevakt");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Noen andre endret utkastet mens du skrev", "Hvilken vakt går du?");
        assertThat(refused.one("#tekst-nb").text()).isEqualTo("Når jobber du?");
        assertThat(refused.one("#linje-1-nb").val()).isEqualTo("Nattevakt");
        assertThat(draft(slug)
                        .item("vakt")
                        .orElseThrow()
                        .text()
                        .in(no.samtidig.platform.Language.NB)
                        .value())
                .isEqualTo("Hvilken vakt går du?");
        Answer kept = one.submit(form(refused));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(draft(slug)
                        .item("vakt")
                        .orElseThrow()
                        .text()
                        .in(no.samtidig.platform.Language.NB)
                        .value())
                .isEqualTo("Når jobber du?");
    }

    @Test
    void two_editors_of_different_items_do_not_stand_in_each_others_way() {
        Person one = editor();
        Person other = APP.signedIn("prosjektleder");
        String slug = begun(one);
        addChoice(one, slug, "vakt");
        addChoice(one, slug, "uke");
        Element oneForm = form(one.get("/skjemaer/" + slug + "/rediger/vakt"));
        Element otherForm = form(other.get("/skjemaer/" + slug + "/rediger/uke"));
        Element fresh = form(one.get("/skjemaer/" + slug + "/nytt?type=frequency&etter=vakt"));
        Element late = form(one.get("/skjemaer/" + slug + "/nytt?type=frequency&etter=uke"));
        assertThat(other.submit(otherForm, "tekst-nb", "Hvilken uke?").text()).contains("Lagret.");
        assertThat(one.submit(oneForm, "tekst-nb", "Hvilken vakt?").text()).contains("Lagret.");
        assertThat(one.submit(fresh, "tekst-nb", "Jeg spør", "tekst-nn", "Eg spør")
                        .text())
                .contains("Lagret.");
        assertThat(draft(slug).items().stream()
                        .map(it ->
                                it.text().in(no.samtidig.platform.Language.NB).value()))
                .containsExactly("Hvilken vakt?", "Jeg spør", "Hvilken uke?");

        one.post(
                "/skjemaer/" + slug + "/rediger/uke/slett",
                "revisjon",
                form(one.get("/skjemaer/" + slug + "/om"))
                        .select("[name=revisjon]")
                        .val());
        assertThat(one.submit(late, "tekst-nb", "Jeg lytter", "tekst-nn", "Eg lyttar")
                        .status())
                .as("what it was to stand after is gone")
                .isEqualTo(409);
        assertThat(one.submit(oneForm, "tekst-nb", "Hvilken vakt nå?").status())
                .as("the same item, from an old form")
                .isEqualTo(409);
    }

    @Test
    void a_long_text_is_kept_and_one_that_is_too_long_gets_a_page_that_says_so() {
        Person editor = editor();
        String slug = begun(editor);
        Element form = form(editor.get("/skjemaer/" + slug + "/tekst"));
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
        String long1 = "title: {nb: Lang, nn: Lang}\nintroduction: {nb: Hei, nn: Hei}\nminutes: 1\nitems:\n"
                + IntStream.range(0, 400)
                        .mapToObj(it -> "  - {kind: information, code: i" + it + ", text: {nb: \"" + "Å ".repeat(400)
                                + "\", nn: x}}\n")
                        .collect(Collectors.joining());
        assertThat(editor.submit(form, "tekst", long1).text()).contains("Lagret.");
        assertThat(draft(slug).items()).hasSize(400);
        Answer more = editor.submit(form, "tekst", long1 + " ".repeat(100_000));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.text()).contains("Skjemaet er lengre enn 400000 tegn til sammen. Del det i to");
        Answer over = editor.submit(form, "tekst", "x".repeat(4_000_000));
        assertThat(over.status()).isEqualTo(413);
        assertThat(over.heading()).isEqualTo("Det du sendte, er for stort");
        Answer other = editor.post("/skjemaer/" + slug + "/om", "tittel-nb", "x".repeat(300_000));
        assertThat(other.status()).as("where no long text belongs").isEqualTo(413);
        assertThat(other.heading()).isEqualTo("Det du sendte, er for stort");
    }

    @Test
    void what_was_typed_outlives_the_item_and_the_draft() {
        Person one = editor();
        Person other = editor();
        String slug = begun(one);
        addChoice(one, slug, "vakt");
        Answer page = one.get("/skjemaer/" + slug + "/rediger/vakt");
        Answer head = one.get("/skjemaer/" + slug + "/om");
        other.post("/skjemaer/" + slug + "/rediger/vakt/slett", "revisjon", "2");
        Answer removed = one.submit(form(page), "tekst-nb", "Skrevet lenge");
        assertThat(removed.status()).isEqualTo(409);
        assertThat(removed.one("#tekst-nb").text()).isEqualTo("Skrevet lenge");
        assertThat(one.submit(form(removed)).status()).isEqualTo(200);
        assertThat(draft(slug).items()).hasSize(1);

        other.post("/skjemaer/" + slug + "/kast");
        Answer gone = one.submit(form(page), "tekst-nb", "Skrevet enda lenger");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("Utkastet finnes ikke lenger");
        assertThat(gone.one("#tekst-nb").text()).isEqualTo("Skrevet enda lenger");
        assertThat(one.submit(form(head), "innledning-nb", "Min innledning")
                        .one("#innledning-nb")
                        .text())
                .isEqualTo("Min innledning");
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        Person editor = editor();
        String slug = begun(editor);
        Answer wrong = editor.submit(
                form(editor.get("/skjemaer/" + slug + "/nytt?type=number")),
                "tekst-nb",
                "",
                "hjelp-nb",
                "Et hint",
                "minst",
                "ti",
                "hoyst",
                "5",
                "kode",
                "Store Bokstaver");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".ds-error-summary li a"))
                .extracting(it -> it.attr("href"))
                .containsExactlyInAnyOrder("#kode", "#tekst-nb", "#minst");
        for (String field : List.of("kode", "tekst-nb", "minst")) {
            Element input = wrong.one("#" + field);
            assertThat(input.attr("aria-invalid")).as(field).isEqualTo("true");
            assertThat(Stream.of(input.attr("aria-describedby").split(" "))
                            .map(it -> wrong.one("#" + it).text())
                            .toList())
                    .as(field)
                    .anyMatch(it -> it.contains("Skriv") || it.contains("Bruk bare"));
        }
        assertThat(wrong.one("#hjelp-nb").text()).isEqualTo("Et hint");
        assertThat(wrong.one("#minst").val()).isEqualTo("ti");
        assertThat(wrong.one("#kode").val()).isEqualTo("Store Bokstaver");
        assertThat(draft(slug).items()).isEmpty();
    }

    @Test
    void each_kind_of_item_shows_its_mistakes_with_links_that_lead_to_the_fields_and_keeps_nothing() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        Map.of(
                        "single tekst-nb=En?", "#linje-0-nb",
                        "multiple tekst-nb=En? linje-nb=a linje-nb=b hoyst=3", "#hoyst",
                        "likert tekst-nb=En? vis-nar=regel krev-nar=tekst",
                                "#vis-om #krev-tekst #punkt-0-nb #linje-0-nb",
                        "slider tekst-nb=En?", "#lav-nb #hoy-nb",
                        "number tekst-nb=En? minst=5 hoyst=4", "#hoyst",
                        "information tekst-nb=<script>alert(1)</script>", "#tekst-nb",
                        "frequency tekst-nb=En? kode=vakt vis-nar=tekst vis-tekst=x", "#kode #vis-tekst")
                .forEach((typed, fields) -> {
                    List<String> words = List.of(typed.split(" "));
                    Answer answer = editor.submit(
                            form(editor.get("/skjemaer/" + slug + "/nytt?type=" + words.getFirst())),
                            words.stream()
                                    .skip(1)
                                    .flatMap(it -> Stream.of(it.split("=", 2)))
                                    .toArray(String[]::new));
                    assertThat(answer.status()).as(typed).isEqualTo(422);
                    assertThat(answer.page().select(".ds-error-summary a").eachAttr("href"))
                            .as(typed)
                            .containsExactlyInAnyOrder(fields.split(" "))
                            .allSatisfy(it -> assertThat(answer.page().select(it))
                                    .as("the link leads somewhere")
                                    .hasSize(1));
                });
        assertThat(draft(slug).items()).hasSize(1);
    }

    @Test
    void a_rule_is_chosen_in_two_steps_and_shown_again_as_it_was_chosen() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        Answer fetched = both(
                        editor.form(
                                editor.get("/skjemaer/" + slug + "/nytt?type=frequency")
                                        .one("#vis-valg"),
                                "Vis svarene"),
                        "Spørsmålet",
                        "Jeg spør",
                        "")
                .choose("Når vises spørsmålet?", "Ved et bestemt svar tidligere")
                .choose("Når vises spørsmålet? > Hvilket spørsmål", "Hvilken vakt har du? (vakt)")
                .send();
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.one("#tekst-nb").text()).isEqualTo("Jeg spør");
        assertThat(fetched.page().select("[name=vis-verdi]"))
                .extracting(Element::val)
                .containsExactly("dag", "natt");
        Answer saved = editor.form(fetched, "Lagre")
                .choose("Når svaret på «Hvilken vakt har du?»", "ikke er noen av dem som er krysset av")
                .tick("Natt")
                .fill("Kode (kan stå tom)", "spor")
                .send();
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(draft(slug).item("spor").orElseThrow().shown())
                .isEqualTo(new Condition.Not(new Condition.AnyOf("vakt", java.util.Set.of("natt"))));
        Answer again = editor.get("/skjemaer/" + slug + "/rediger/spor");
        assertThat(again.one("#vis-nar-regel").hasAttr("checked")).isTrue();
        assertThat(again.one("#vis-hvordan-ikke-av").hasAttr("checked")).isTrue();
        assertThat(again.one("#vis-verdi-natt").hasAttr("checked")).isTrue();
        assertThat(again.one("#vis-verdi-dag").hasAttr("checked")).isFalse();
        Questionnaire before = draft(slug);
        editor.submit(form(again));
        assertThat(draft(slug))
                .as("saving what was not changed changes nothing")
                .isEqualTo(before);

        Answer broken = editor.post("/skjemaer/" + slug + "/rediger/vakt/slett", "revisjon", "3");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text()).contains("Regelen til «spor» spør om «vakt»");
        assertThat(editor.post("/skjemaer/" + slug + "/rediger/spor/opp", "revisjon", "3")
                        .status())
                .isEqualTo(422);
        Answer optionGone = editor.submit(
                form(editor.get("/skjemaer/" + slug + "/rediger/vakt")),
                "linje-nb",
                "Dag",
                "linje-nn",
                "Dag",
                "linje-kode",
                "dag",
                "linje-nb",
                "Kveld",
                "linje-nn",
                "Kveld",
                "linje-kode",
                "");
        assertThat(optionGone.status()).isEqualTo(422);
        assertThat(draft(slug)).isEqualTo(before);
    }

    @Test
    void a_rule_within_a_rule_is_kept_as_text() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        String rule = "any:\n- item: vakt\n  is: dag\n- not:\n    item: vakt\n    answered: true\n";
        keep(
                slug,
                question(editor, slug, "frequency", "spor", "Jeg spør", "Eg spør")
                        .choose("Når vises spørsmålet?", "Etter en sammensatt regel")
                        .fill("Når vises spørsmålet? > Regelen", rule));
        Answer again = editor.get("/skjemaer/" + slug + "/rediger/spor");
        assertThat(again.one("#vis-nar-tekst").hasAttr("checked")).isTrue();
        assertThat(again.one("#vis-tekst").wholeText().strip()).isEqualTo(rule.strip());
        Questionnaire before = draft(slug);
        editor.submit(form(again));
        assertThat(draft(slug)).isEqualTo(before);
    }

    @Test
    void lines_are_added_moved_and_removed_before_anything_is_kept() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        Questionnaire before = draft(slug);
        Answer page = editor.get("/skjemaer/" + slug + "/rediger/vakt");
        Answer more = editor.submit(form(page), "gjor", "flere");
        assertThat(more.page().select("[name=linje-nb]")).hasSize(5);
        Answer moved = editor.submit(form(more), "gjor", "opp-1");
        assertThat(moved.one("#linje-0-nb").val()).isEqualTo("Natt");
        Answer removed = editor.submit(form(moved), "gjor", "fjern-4");
        assertThat(removed.page().select("[name=linje-nb]")).hasSize(4);
        assertThat(draft(slug)).isEqualTo(before);
        editor.submit(form(removed));
        assertThat(((Item.SingleChoice) draft(slug).item("vakt").orElseThrow()).options())
                .extracting(Item.Option::code)
                .containsExactly("natt", "dag");
    }

    @Test
    void what_was_deleted_comes_back_with_undo() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        addChoice(editor, slug, "til");
        Questionnaire before = draft(slug);
        Answer edit = editor.get("/skjemaer/" + slug + "/rediger");
        Element remove = edit.one("form[action$=/vakt/slett]");
        Answer removed =
                editor.submit(remove, "revisjon", remove.select("button").val());
        assertThat(removed.text()).contains("Slettet.");
        assertThat(draft(slug).items()).hasSize(1);
        Element undo = removed.one(".edit-done form");
        assertThat(editor.submit(undo).text()).contains("Angret.");
        assertThat(draft(slug)).isEqualTo(before);
        Answer twice = editor.submit(undo);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(draft(slug)).isEqualTo(before);
    }

    @Test
    void items_change_places() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "a");
        addChoice(editor, slug, "b");
        editor.post("/skjemaer/" + slug + "/rediger/b/opp", "revisjon", "3");
        assertThat(draft(slug).items()).extracting(Item::code).containsExactly("b", "a");
        editor.post("/skjemaer/" + slug + "/rediger/b/ned", "revisjon", "4");
        assertThat(draft(slug).items()).extracting(Item::code).containsExactly("a", "b");
        Answer stale = editor.post("/skjemaer/" + slug + "/rediger/b/opp", "revisjon", "4");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(draft(slug).items()).extracting(Item::code).containsExactly("a", "b");
        Answer first = editor.get("/skjemaer/" + slug + "/nytt?type=page&etter=-");
        editor.submit(form(first), "tekst-nb", "Først", "tekst-nn", "Først", "kode", "forst");
        Answer middle = editor.get("/skjemaer/" + slug + "/nytt?type=page&etter=a");
        editor.submit(form(middle), "tekst-nb", "Midt", "tekst-nn", "Midt", "kode", "midt");
        assertThat(draft(slug).items()).extracting(Item::code).containsExactly("forst", "a", "midt", "b");
    }

    @Test
    void a_form_sent_twice_adds_one_item() {
        Person editor = editor();
        String slug = begun(editor);
        Element form = form(editor.get("/skjemaer/" + slug + "/nytt?type=frequency"));
        editor.submit(form, "tekst-nb", "Jeg spør", "tekst-nn", "Eg spør");
        Answer again = editor.submit(form, "tekst-nb", "Jeg spør", "tekst-nn", "Eg spør");
        assertThat(again.status()).isEqualTo(200);
        assertThat(draft(slug).items()).hasSize(1);
    }

    @Test
    void the_whole_can_be_written_as_text_and_a_mistake_is_told_with_its_line() {
        Person editor = editor();
        String slug = begun(editor);
        addChoice(editor, slug, "vakt");
        Answer page = editor.get("/skjemaer/" + slug + "/tekst");
        String text = page.one("#tekst").wholeText().stripLeading();
        assertThat(text).contains("kind: single", "code: vakt");
        long line = text.substring(0, text.indexOf("kind: single")).lines().count();
        Answer wrong = editor.submit(form(page), "tekst", text.replace("kind: single", "kind: enkel"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Linje " + line + ":", "Typen «enkel» finnes ikke");
        assertThat(wrong.one("#tekst").wholeText()).contains("kind: enkel");
        assertThat(wrong.one(".code-text--line").text()).contains("enkel");
        Answer right = editor.submit(form(wrong), "tekst", text.replace("Hvilken vakt har du?", "Når jobber du?"));
        assertThat(right.text()).contains("Lagret.");
        assertThat(right.text()).contains("Når jobber du?");
        Answer stale = editor.submit(form(page), "tekst", text.replace("Natt", "Nattevakt"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.one("#tekst").wholeText()).contains("Nattevakt");
    }

    @Test
    void markup_in_what_is_typed_is_shown_as_it_was_typed() {
        Person editor = editor();
        String slug = begun(editor);
        String nasty = "<img src=x onerror=alert(1)> \"'&";
        keep(slug, question(editor, slug, "frequency", "spor", nasty, nasty));
        for (String path : List.of("", "/rediger", "/rediger/spor", "/sjekk", "/tekst")) {
            Answer page = editor.get("/skjemaer/" + slug + path);
            assertThat(page.page().select("img[onerror]")).as(path).isEmpty();
        }
        assertThat(editor.get("/skjemaer/" + slug + "/rediger/spor")
                        .one("#tekst-nb")
                        .wholeText()
                        .strip())
                .isEqualTo(nasty);
    }

    @Test
    void a_copy_is_another_questionnaire() {
        Person editor = editor();
        String slug = "kopi-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = both(
                        editor.form(editor.get("/skjemaer/ny?fra=praksis-og-behov"), "Lag utkastet"),
                        "Tittel",
                        "Kopi",
                        "Kopi")
                .fill("Adresse (kan stå tom)", slug)
                .send();
        assertThat(made.status()).isEqualTo(200);
        assertThat(draft(slug).items())
                .isEqualTo(APP.bean(Questionnaires.class)
                        .find("praksis-og-behov")
                        .orElseThrow()
                        .items());
        assertThat(made.text()).contains("Kopi");
    }

    @Test
    void a_name_is_taken_once() {
        Person editor = editor();
        String slug = begun(editor);
        for (String taken : List.of(slug, "praksis-og-behov", "ny", "importer")) {
            Answer answer = editor.post(
                    "/skjemaer/ny",
                    "tittel-nb",
                    "En til",
                    "tittel-nn",
                    "",
                    "adresse",
                    taken,
                    "nokkel",
                    UUID.randomUUID().toString());
            assertThat(answer.status()).as(taken).isEqualTo(422);
            assertThat(answer.text()).contains("er opptatt");
            assertThat(answer.one("#tittel-nb").val()).isEqualTo("En til");
        }
        assertThat(editor.submit(form(editor.get("/skjemaer/ny")), "tittel-nb", "", "tittel-nn", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_questionnaire_of_the_content_is_not_written_over() {
        Person editor = editor();
        assertThat(editor.post("/skjemaer/praksis-og-behov/utkast").status()).isEqualTo(404);
        assertThat(editor.get("/skjemaer/praksis-og-behov/rediger").status()).isEqualTo(404);
        assertThat(APP.bean(Drafts.class).find("praksis-og-behov")).isEmpty();
    }

    @Test
    void a_draft_is_thrown_away_after_a_question_and_what_is_published_stays() {
        Person editor = editor();
        String slug = published(editor);
        editor.post("/skjemaer/" + slug + "/utkast");
        addChoice(editor, slug, "til");
        Answer ask = editor.get("/skjemaer/" + slug + "/kast");
        assertThat(ask.text()).contains("Vil du kaste utkastet?", "Utgave 1 er publisert og blir stående");
        assertThat(APP.bean(Drafts.class).find(slug)).isPresent();
        Answer list = editor.submit(ask.one("form[action$=/kast]"));
        assertThat(list.path()).isEqualTo("/skjemaer");
        assertThat(list.text()).contains("Utkastet er kastet.");
        assertThat(APP.bean(Drafts.class).find(slug)).isEmpty();
        assertThat(APP.bean(Questionnaires.class).find(slug)).isPresent();
    }

    @Test
    void those_who_do_not_write_questionnaires_meet_what_does_not_exist() {
        Person editor = editor();
        String slug = published(editor);
        editor.post("/skjemaer/" + slug + "/utkast");
        List<String> pages = List.of(
                "/skjemaer",
                "/skjemaer/ny",
                "/skjemaer/" + slug,
                "/skjemaer/" + slug + "/rediger",
                "/skjemaer/" + slug + "/rediger/vakt",
                "/skjemaer/" + slug + "/nytt?type=page",
                "/skjemaer/" + slug + "/om",
                "/skjemaer/" + slug + "/tekst",
                "/skjemaer/" + slug + "/sjekk",
                "/skjemaer/" + slug + "/kast");
        List<String> actions = List.of(
                "/ny",
                "/" + slug + "/utkast",
                "/" + slug + "/rediger/vakt",
                "/" + slug + "/nytt",
                "/" + slug + "/om",
                "/" + slug + "/tekst",
                "/" + slug + "/publiser",
                "/" + slug + "/kast",
                "/" + slug + "/angre",
                "/" + slug + "/rediger/vakt/opp",
                "/" + slug + "/rediger/vakt/ned",
                "/" + slug + "/rediger/vakt/slett");
        String[] fields = {
            "revisjon",
            "1",
            "type",
            "single",
            "tekst",
            "title: {}",
            "tittel-nb",
            "x",
            "tittel-nn",
            "x",
            "innledning-nb",
            "x",
            "innledning-nn",
            "x",
            "minutter",
            "3",
            "nokkel",
            UUID.randomUUID().toString()
        };
        Questionnaire before = draft(slug);
        for (String role : List.of(
                "miljoterapeut",
                "behandler",
                "enhetsleder",
                "regional-kontakt",
                "kursholder",
                "erfaringskonsulent",
                "administrator")) {
            Person person = APP.signedIn(role);
            for (String page : pages) {
                assertThat(person.get(page).status()).as(role + " " + page).isEqualTo(404);
            }
            for (String action : actions) {
                assertThat(person.post("/skjemaer" + action, fields).status())
                        .as(role + " " + action)
                        .isEqualTo(404);
            }
            assertThat(person.get("/min-side").page().select("a[href=/skjemaer]"))
                    .isEmpty();
        }
        Person visitor = APP.visitor();
        assertThat(visitor.get("/skjemaer").path()).isEqualTo("/logg-inn");
        assertThat(visitor.post("/skjemaer/" + slug + "/kast").status()).isEqualTo(401);
        assertThat(draft(slug)).isEqualTo(before);
        assertThat(editor.get("/min-side").page().select("a[href=/skjemaer]")).isNotEmpty();
    }

    @Test
    void every_questionnaire_that_comes_with_the_application_can_be_looked_at_and_has_nothing_that_must_be_mended() {
        Person editor = editor();
        List<Questionnaire> all = new ArrayList<>(APP.bean(Questionnaires.class).fixtures());
        assertThat(all).hasSizeGreaterThan(10);
        all.addAll(APP.bean(Questionnaires.class).all());
        for (Questionnaire it : all) {
            for (String language : List.of("nb", "nn")) {
                Answer page = editor.get("/skjemaer/" + it.slug() + "?sprak=" + language);
                assertThat(page.status()).as(it.slug()).isEqualTo(200);
                assertThat(page.page().select(".preview__sheet"))
                        .hasSize(it.sheets().size() + 1);
            }
            assertThat(no.samtidig.questionnaire.QuestionnaireCheck.of(it))
                    .as(it.slug())
                    .noneMatch(no.samtidig.questionnaire.Finding::stops);
        }
    }
}
