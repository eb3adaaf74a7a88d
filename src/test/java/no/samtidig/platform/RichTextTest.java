package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Markdown becomes safe HTML. */
class RichTextTest {
    @Test
    void raw_html_and_images_are_refused() {
        assertThatThrownBy(() -> RichText.of("<b>nei</b>")).hasMessageContaining("raw HTML");
        assertThatThrownBy(() -> RichText.of("tekst <img src=x>")).hasMessageContaining("raw HTML");
        assertThatThrownBy(() -> RichText.of("![alt](x.png)")).hasMessageContaining("image");
    }

    @Test
    void a_link_that_runs_something_is_made_harmless() {
        assertThat(RichText.of("[x](javascript:alert)").html()).doesNotContain("javascript:");
    }

    @Test
    void only_the_web_mail_telephones_and_our_own_pages_become_links() {
        for (String address : List.of(
                "https://nkvts.no/x",
                "HTTP://nkvts.no",
                "mailto:a@b.no",
                "tel:116117",
                "/moduler/grunnmodul",
                "#del")) {
            assertThat(RichText.of("[ord](" + address + ")").html())
                    .as(address)
                    .contains("<a ", "href=\"" + address + "\"");
        }
        for (String address : List.of(
                "data:text/html;base64,PHNjcmlwdD4=",
                "javascript:x",
                "JaVaScRiPt:x",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://a.no",
                "//a.no",
                "/\\\\a.no",
                "\\\\a.no",
                "blob:x",
                "https:",
                "&#106;avascript:x",
                "%6aavascript:x",
                "a.html",
                "")) {
            assertThat(RichText.of("[ord](" + address + ")").html())
                    .as(address)
                    .isEqualToIgnoringNewLines("<p>ord</p>");
        }
        assertThat(RichText.of("<ftp://a.no> <data:text/html,x>").html()).doesNotContain("<a ");
        assertThat(RichText.of("[a]\n\n[a]: data:text/html,x").html()).doesNotContain("<a ");
    }

    @Test
    void what_would_take_long_or_go_deep_is_refused_and_shown_letter_by_letter_where_it_stands() {
        for (String deep : List.of(
                "> ".repeat(5_000) + "a",
                ">".repeat(5_000) + "a",
                "- ".repeat(5_000) + "a",
                "1. ".repeat(5_000) + "a",
                "*".repeat(400) + "a" + "*".repeat(400))) {
            assertThatThrownBy(() -> RichText.of(deep))
                    .as(deep.substring(0, 6))
                    .isInstanceOfSatisfying(
                            RichText.Refused.class,
                            it -> assertThat(it.what()).isEqualTo(RichText.Refused.What.TOO_DEEP));
        }
        for (String slow : List.of("<", "`a``", "[a](<", "a ".repeat(20_000))) {
            assertThatThrownBy(() -> RichText.of(slow.repeat(300))).isInstanceOf(RichText.Refused.class);
        }
        assertThat(RichText.orPlain("<b>".repeat(300)).html())
                .startsWith("<p>&lt;b&gt;")
                .endsWith("</p>");
        assertThat(RichText.of("> - **en _to_**\n>   - tre").html()).contains("<blockquote>", "<em>to</em>");
    }

    @Test
    void a_link_is_its_words_where_there_is_no_markup() {
        RichText text =
                RichText.of("Se [den *nye* loven](https://lovdata.no/x) og\n\n- [mer](https://nkvts.no/y \"tittel\")");
        assertThat(text.plain()).contains("Se den nye loven og").contains("mer").doesNotContain("http", "(", "\"");
        assertThat(text.html()).contains("href=\"https://lovdata.no/x\">den <em>nye</em> loven</a>");
    }

    @Test
    void one_paragraph_stands_without_its_tags_in_a_line() {
        gg.jte.output.StringOutput output = new gg.jte.output.StringOutput();
        RichText.of("Spør **rett ut**.").inline().writeTo(output);
        assertThat(output).hasToString("Spør <strong>rett ut</strong>.");
    }

    @Property
    void no_text_brings_a_script_into_the_page(@ForAll String text) {
        try {
            assertThat(RichText.of(text).html()).doesNotContainIgnoringCase("<script");
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("not allowed");
        }
    }
}
