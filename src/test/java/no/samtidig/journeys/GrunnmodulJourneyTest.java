package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A learner goes through all of Grunnmodul without JavaScript. */
@Tag("learning")
@RenewedApp
@Proves(Promise.FOR_ALL)
class GrunnmodulJourneyTest {
    private static final App app = App.shared();

    @Test
    void from_the_landing_page_to_a_completed_module() {
        Person learner = app.visitor();
        assertThat(learner.get("/").heading()).isEqualTo("Rus og vold, behandlet samtidig");
        Person.Answer signIn = learner.get("/logg-inn");
        Element button = signIn.one("button[name=rolle][value=miljoterapeut]");
        Person.Answer mine =
                learner.submit(java.util.Objects.requireNonNull(button.closest("form")), "rolle", "miljoterapeut");
        assertThat(mine.path()).isEqualTo("/min-side");

        int lessons = 0;
        Person.Answer module = learner.get("/moduler/grunnmodul");
        for (Element lesson : module.page().select("main .path__link")) {
            Person.Answer cover = learner.get(lesson.attr("href"));
            Person.Answer step = learner.get(cover.one(".page-head .actions a").attr("href"));
            int steps = 0;
            while (!step.page().select(".step-nav").isEmpty()) {
                assertThat(step.page().select("main h1")).hasSize(1);
                step = answerEverything(learner, step);
                step = learner.submit(step.one(".step-nav"));
                steps++;
            }
            assertThat(steps).isGreaterThanOrEqualTo(5);
            assertThat(step.text()).contains("Leksjonen er fullført.");
            lessons++;
        }
        assertThat(lessons).isEqualTo(11);
        assertThat(learner.get("/min-side").text()).contains("Du har fullført alt som finnes nå");
        assertThat(learner.get("/dev/post").text()).contains("Du har fullført «Grunnmodul»");
    }

    private static Person.Answer answerEverything(Person learner, Person.Answer step) {
        Person.Answer now = step;
        for (String id : step.page().select("section.quiz, section.duty").eachAttr("id")) {
            Element form = now.one("#" + id + " form");
            now = switch (kind(form)) {
                case "match" -> learner.submit(form, matches(form));
                case "order" -> learner.submit(form);
                default -> learner.submit(form, "valg", "0");
            };
            assertThat(now.status()).isEqualTo(200);
            assertThat(now.page().select("#" + id + " .answer__why")).isNotEmpty();
        }
        for (String id : step.page().select("section.case").eachAttr("id")) {
            while (!now.page().select("#" + id + " .case__choices").isEmpty()) {
                now = learner.submit(now.one("#" + id + " .case__choices"), "valg", "0");
            }
            assertThat(now.one("#" + id + " .case__learned").text()).isNotBlank();
        }
        for (String id : step.page().select("form.reflection").eachAttr("id")) {
            now = learner.submit(now.one("#" + id), "tekst", "Jeg prøver å spørre i kveld.");
            assertThat(now.one("#" + id + " textarea").text()).isEqualTo("Jeg prøver å spørre i kveld.");
        }
        return now;
    }

    private static String kind(Element form) {
        return form.select("select").isEmpty() ? form.select(".order").isEmpty() ? "choice" : "order" : "match";
    }

    private static String[] matches(Element form) {
        List<String> all = form.select("select").stream()
                .flatMap(it -> java.util.stream.Stream.of(
                        "valg", it.select("option").get(1).attr("value")))
                .toList();
        form.select("select").remove();
        return all.toArray(String[]::new);
    }
}
