package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
