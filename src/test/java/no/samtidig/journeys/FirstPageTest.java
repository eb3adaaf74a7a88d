package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.Role;
import no.samtidig.learning.web.Waiting;
import no.samtidig.platform.Menu;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first page knows who comes: greeting, what waits, what one follows, and as much learning as the role asks for. */
@Tag("learning")
class FirstPageTest {
    private static final App app = App.shared();

    private static final Set<Role> WITH_OTHER_WORK =
            EnumSet.of(Role.UNIT_LEADER, Role.REGIONAL_CONTACT, Role.EDITOR, Role.PROJECT_LEAD, Role.ADMINISTRATOR);

    /** What each of them follows, whatever else there is. */
    private static final Map<Role, String> FOLLOWED = Map.of(
            Role.UNIT_LEADER, "/enheten/ansatte",
            Role.REGIONAL_CONTACT, "/regionen",
            Role.FACILITATOR, "/moduler/grunnmodul",
            Role.LIVED_EXPERIENCE_CONSULTANT, "/moduler/grunnmodul",
            Role.EDITOR, "/redaksjon/dekning",
            Role.PROJECT_LEAD, "/redaksjon/dekning",
            Role.ADMINISTRATOR, "/forvaltning/steder");

    private static List<String> texts(Person.Answer page, String query) {
        return page.page().select(query).eachText();
    }

    @Test
    void every_role_is_greeted_by_name_and_place_and_meets_its_own_work_before_learning() {
        for (Role role : Role.values()) {
            Person.Answer mine = app.signedIn(role.code()).get("/min-side");
            assertThat(mine.one("main h1").text()).as(role.code()).startsWith("Hei, ");
            assertThat(mine.one("main h1 + p").text()).as(role.code()).contains(", ");
            assertThat(
                            mine.page().select("main .errands").first() == null
                                    ? 0
                                    : mine.page()
                                            .select("main .errands")
                                            .first()
                                            .select("> li")
                                            .size())
                    .as("in sight for %s", role.code())
                    .isLessThanOrEqualTo(Waiting.IN_SIGHT);
            boolean slim = WITH_OTHER_WORK.contains(role);
            assertThat(mine.page().select(".next-step")).as(role.code()).hasSize(slim ? 0 : 1);
            assertThat(mine.page().select(".my__slim")).as(role.code()).hasSize(slim ? 1 : 0);
            if (slim) {
                assertThat(texts(mine, "main h2").getFirst()).as(role.code()).isEqualTo("Venter på deg");
            }
            if (FOLLOWED.containsKey(role)) {
                assertThat(mine.page().select("[aria-labelledby=follows] a[href=" + FOLLOWED.get(role) + "]"))
                        .as("what %s follows", role.code())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void the_menu_has_five_words_at_most_and_nothing_stands_twice() {
        for (Role role : Role.values()) {
            Person.Answer mine = app.signedIn(role.code()).get("/min-side");
            assertThat(mine.page().select(".site-nav__places > li"))
                    .as(role.code())
                    .hasSizeLessThanOrEqualTo(Menu.MOST);
            for (Element place : mine.page().select(".site-nav .place")) {
                assertThat(place.select(".place__pages a").eachText())
                        .as(role.code())
                        .doesNotContain(place.select("> summary").text());
            }
        }
        assertThat(texts(app.signedIn("enhetsleder").get("/min-side"), ".site-nav a"))
                .contains("Oversikt", "Resultater")
                .doesNotContain("Undersøkelser");
    }
}
