package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looking for something, without signing in and without JavaScript. */
@Tag("search")
class SearchJourneyTest {
    private final Person visitor = App.shared().visitor();

    private Person.Answer search(String text, String more) {
        return visitor.get("/sok?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    @Test
    void an_empty_search_is_a_start_and_each_suggestion_finds_something_in_each_language() {
        for (String language : List.of("nb", "nn", "en")) {
            Person reader = App.shared().visitor().with("Accept-Language", language);
            Person.Answer start = reader.get("/sok");
            assertThat(start.status()).isEqualTo(200);
            assertThat(start.page().select(".search__start .ds-chip")).hasSizeGreaterThan(3);
            for (Element suggestion : start.page().select(".search__start .ds-chip")) {
                Person.Answer found = reader.get(suggestion.attr("href"));
                assertThat(found.page().select(".hit mark"))
                        .as(language + " " + suggestion.text())
                        .isNotEmpty();
                assertThat(found.page().select(".search__note"))
                        .as(language + " " + suggestion.text())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_hit_says_why_and_leads_to_the_step_which_asks_for_sign_in() {
        Person.Answer found = search("taushetsplikt", "");
        assertThat(found.one("#q").attr("value")).isEqualTo("taushetsplikt");
        assertThat(found.page().title()).startsWith("«taushetsplikt» – Søk");
        Element place = found.one("[aria-labelledby=leksjon] .hit__place");
        assertThat(place.select("mark")).isNotEmpty();
        String address = place.select("a").attr("href");
        assertThat(address).matches("/moduler/[a-z-]+/[a-z-]+/[a-z-]+");
        assertThat(visitor.get(address).path()).isEqualTo("/logg-inn");
        assertThat(App.shared().signedIn("behandler").get(address).status()).isEqualTo(200);
    }

    @Test
    void a_claim_is_never_shown_without_its_certainty_and_its_studies() {
        Person.Answer found = search("integrert behandling", "&type=pastand");
        assertThat(found.page().select(".hit"))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.text())
                        .contains("tillit")
                        .containsPattern("Studier: \\d+ for, \\d+ mot eller uten forskjell"));
    }

    @Test
    void filters_are_told_kept_and_taken_off() {
        Person.Answer all = search("vold", "");
        assertThat(all.page().select(".search__reset")).isEmpty();
        Person.Answer claims =
                visitor.get(all.one(".search__chip:contains(Påstander)").attr("href"));
        assertThat(claims.page().select(".search__section")).hasSize(1);
        assertThat(claims.one(".search__chip[aria-current=true]").text()).startsWith("Påstander");
        assertThat(claims.page().title()).contains("Påstander");
        assertThat(claims.one(".search__form input[name=type]").attr("value")).isEqualTo("pastand");
        Person.Answer both =
                visitor.get(claims.one(".search__chip:contains(Moduler)").attr("href"));
        assertThat(both.page().select(".search__section")).hasSize(2);
        assertThat(visitor.get(both.one(".search__reset").attr("href")).page().select(".search__chip[aria-current]"))
                .isEmpty();
        assertThat(search("vold", "&type=finnes-ikke").page().select(".search__section"))
                .hasSize(3);
    }

    @Test
    void nothing_found_offers_a_way_on() {
        Person.Answer none = search("alkxhxl", "");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.text()).contains("Ingen treff på «alkxhxl»", "Mente du", "alkohol", "Grunnmodul");
        assertThat(search("alkohol", "&type=modul").text()).contains("Uten filter er det");
    }

    @Test
    void too_long_a_search_is_told_and_kept() {
        String text = "vold ".repeat(60).strip();
        Person.Answer answer = search(text, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.one("#q").attr("value")).isEqualTo(text);
        assertThat(answer.one("#" + answer.one("#q").attr("aria-describedby")).text())
                .contains("200", "299");
    }

    @Test
    void what_is_typed_is_only_ever_text() {
        for (String typed : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</title><script>",
                "vold <b>rus</b>",
                "{0} '",
                "%00",
                "* ? ~ \" ( ) \\ : AND OR")) {
            Person.Answer answer = search(typed, "&type=%3Cscript%3E");
            assertThat(answer.status()).as(typed).isEqualTo(200);
            assertThat(answer.one("#q").attr("value")).isEqualTo(typed);
            assertThat(answer.page().select("main script, main img, main b")).isEmpty();
            assertThat(answer.page().select("script:not([src])")).isEmpty();
        }
        assertThat(visitor.get("/sok?q=a&q=b").status()).isEqualTo(200);
        assertThat(visitor.get("/sok?q=%00%0A").page().select(".search__start")).isNotEmpty();
    }

    @Test
    void the_menu_has_the_box_on_every_page() {
        assertThat(visitor.get("/moduler").one(".more-menu form[action=/sok] input[name=q]"))
                .isNotNull();
    }
}
