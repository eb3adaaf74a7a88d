package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {
    @Test
    void nothing_wrong_is_answered_as_a_page() {
        assertThat(Trouble.NONE.any()).isFalse();
        assertThat(Trouble.NONE.status()).isEqualTo(200);
        assertThat(Trouble.NONE.on("navn")).isEmpty();
    }

    @Test
    void each_field_tells_its_own_and_the_summary_all() {
        Trouble trouble = Trouble.at("navn", "name.missing")
                .and("lukker", "closes.before", 3)
                .and("lukker", "closes.long");

        assertThat(trouble.status()).isEqualTo(422);
        assertThat(trouble.with("navn")).isTrue();
        assertThat(trouble.with("apner")).isFalse();
        assertThat(trouble.on("lukker")).containsExactly(Sentence.of("closes.before", 3), Sentence.of("closes.long"));
        assertThat(trouble.flaws()).hasSize(3);
    }

    @Test
    void it_stands_in_the_order_of_the_form_and_what_is_about_no_known_field_comes_last() {
        Trouble trouble = Trouble.whole("late")
                .and("lukker", "closes.missing")
                .and("navn", "name.missing")
                .inOrder(List.of("navn", "apner", "lukker"));

        assertThat(trouble.flaws()).extracting(Trouble.Flaw::field).containsExactly("navn", "lukker", "");
    }

    @Test
    void who_tries_too_often_is_told_to_wait_whatever_else_is_wrong() {
        Trouble trouble = Trouble.at("e-post", "name.missing").and(Trouble.wait("passord", "wait"));

        assertThat(trouble.status()).isEqualTo(429);
        assertThat(trouble.inOrder(List.of("passord", "e-post")).status()).isEqualTo(429);
    }

    @Test
    void what_it_was_made_of_does_not_change_it() {
        List<Trouble.Flaw> flaws = new ArrayList<>();
        Trouble trouble = new Trouble(flaws);
        flaws.add(new Trouble.Flaw("navn", Sentence.of("name.missing")));

        assertThat(trouble.any()).isFalse();
        assertThat(trouble.and("navn", "name.missing")).isNotEqualTo(trouble);
    }

    @Test
    void a_sentence_within_a_sentence_is_said_in_the_same_language() throws Exception {
        Texts texts = new Texts();
        Sentence whole = Sentence.of("frame.trouble", Sentence.of("frame.search"));

        assertThat(whole.in(texts, Language.NB)).isEqualTo("Feil: Søk");
        assertThat(whole.in(texts, Language.EN))
                .isEqualTo(texts.text(Language.EN, "frame.trouble", texts.text(Language.EN, "frame.search")));
    }
}
