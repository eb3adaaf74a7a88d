package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The right answer has no place of its own, on the page, after the answer and in a copy kept for use without network. */
@Tag("learning")
class MixedOptionsJourneyTest {
    private record Asked(String path, Block.MultipleChoice block) {
        List<String> order(Person.Answer page) {
            return page.page()
                    .select("#" + block.id() + " form input[name=valg]")
                    .eachAttr("value");
        }

        List<String> told(Person.Answer page) {
            return page.page().select("#" + block.id() + " .answer").eachAttr("data-option");
        }
    }

    private static List<Asked> questions() {
        List<Asked> all = new ArrayList<>();
        for (Lesson lesson :
                App.shared().bean(KnowledgeModules.class).all().getFirst().lessons(Language.NB)) {
            for (Lesson.Step step : lesson.steps()) {
                for (Block block : step.blocks()) {
                    if (block instanceof Block.MultipleChoice it) {
                        all.add(new Asked("/moduler/grunnmodul/" + lesson.slug() + "/" + step.id(), it));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void the_order_stands_still_for_a_reader_is_kept_in_a_copy_and_is_another_for_the_next_one() {
        Person one = App.shared().signedIn("miljoterapeut");
        Person copies = App.shared().signedIn("miljoterapeut").with("Samtidig-Copy", "1");
        Person other = App.shared().signedIn("behandler");
        int different = 0;
        for (Asked asked : questions()) {
            List<String> order = asked.order(one.get(asked.path()));
            assertThat(order).isNotEmpty();
            assertThat(asked.order(one.get(asked.path()))).isEqualTo(order);
            assertThat(asked.order(copies.get(asked.path()))).isEqualTo(order);
            assertThat(copies.get(asked.path())
                            .page()
                            .select("#" + asked.block().id() + " template")
                            .select(".answer")
                            .eachAttr("data-option"))
                    .isEqualTo(order);
            different += asked.order(other.get(asked.path())).equals(order) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(questions().size() / 2);
    }

    @Test
    void an_order_that_no_page_showed_is_not_kept() {
        Person learner = App.shared().signedIn("kursholder");
        Asked asked = questions().getFirst();
        for (String forged : List.of("9,9,9", "0", "-1,0,1,2,3", "x")) {
            Person.Answer page =
                    learner.get(asked.path() + "?igjen=" + asked.block().id());
            Person.Answer told =
                    learner.submit(page.one("#" + asked.block().id() + " form"), "valg", "0", "vist", forged);
            assertThat(told.status()).isEqualTo(200);
            assertThat(asked.told(told)).hasSize(asked.block().options().size()).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_was_missed_is_told_and_marked_and_the_options_stay_where_they_were() {
        Person learner = App.shared().signedIn("erfaringskonsulent");
        Asked asked = questions().stream()
                .filter(it -> it.block().options().stream()
                                .filter(Block.Option::correct)
                                .count()
                        >= 2)
                .findFirst()
                .orElseThrow();
        Person.Answer page =
                learner.get(asked.path() + "?igjen=" + asked.block().id());
        List<String> order = asked.order(page);
        int right = asked.block()
                .options()
                .indexOf(asked.block().options().stream()
                        .filter(Block.Option::correct)
                        .findFirst()
                        .orElseThrow());
        long all =
                asked.block().options().stream().filter(Block.Option::correct).count();
        Person.Answer told =
                learner.submit(page.one("#" + asked.block().id() + " form"), "valg", String.valueOf(right));
        assertThat(told.one("#" + asked.block().id() + " .verdict").text())
                .isEqualTo("Du fant 1 av " + all + ". Det som manglet, er merket.");
        assertThat(told.page().select("#" + asked.block().id() + " .answer:contains(Riktig, men ikke valgt)"))
                .hasSize((int) all - 1);
        assertThat(asked.told(told)).isEqualTo(order);
    }
}
