package no.samtidig.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import org.junit.jupiter.api.Test;

/** What somebody who is not signed in can try, and whom they can call. */
class TasteTest {
    private static final App app = App.shared();

    @Test
    void one_real_step_opens_without_signing_in_and_its_answer_is_explained() {
        Person visitor = app.visitor();
        Person.Answer first = visitor.get("/");
        Person.Answer step = visitor.get(first.one("a[href=/prov]").attr("href"));
        List<String> options = step.page().select("input[name=valg]").eachAttr("value");
        assertThat(options).hasSizeGreaterThan(1);

        Person.Answer told = visitor.get("/prov?svar=1&valg=" + options.getFirst());
        assertThat(told.page().select(".verdict")).hasSize(1);
        assertThat(told.page().select(".answer")).hasSameSizeAs(options);
        assertThat(told.page().select(".answer[data-chosen]")).hasSize(1);
    }

    @Test
    void no_choice_is_told_and_a_choice_that_does_not_exist_is_none() {
        assertThat(app.visitor().get("/prov?svar=1").status()).isEqualTo(422);
        assertThat(app.visitor().get("/prov?svar=1&valg=99").status()).isEqualTo(422);
        assertThat(app.visitor().get("/prov?valg=99").page().select(".verdict")).isEmpty();
    }

    @Test
    void numbers_are_called_with_one_press_and_112_is_first() {
        List<String> numbers = app.visitor()
                .get("/kontaktpunkter")
                .page()
                .select("a[href^=tel:]")
                .eachAttr("href");
        assertThat(numbers).startsWith("tel:112", "tel:113", "tel:116117").contains("tel:116006");
    }

    @Test
    void what_the_leader_sees_stands_once_a_page() {
        Person learner = app.signedIn("behandler");
        assertThat(learner.get("/moduler/grunnmodul/hvorfor-samtidig/i-kveld-og-sammen")
                        .page()
                        .select(".leader-sees"))
                .hasSize(1);
    }
}
