package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the server tells a browser that reads without network, and whom it tells. */
@Tag("learning")
@RenewedApp
@Proves(Promise.WITHOUT_NETWORK)
class OfflineJourneyTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/to-koer";

    private static final App app = App.shared();

    private static String[] answer(Person learner, String key) {
        Element form = learner.get(STEP).one("form:has(.choices)");
        return new String[] {
            form.attr("action"),
            "leser",
            form.select("[name=leser]").val(),
            "nokkel",
            key,
            "versjon",
            form.select("[name=versjon]").val(),
            "valg",
            "0"
        };
    }

    private static Person.Answer send(Person learner, String[] form) {
        return learner.post(form[0], java.util.Arrays.copyOfRange(form, 1, form.length));
    }

    @Test
    void what_was_taken_in_is_answered_with_a_receipt_and_stands_under_my_answers() {
        Person learner = app.signedIn("miljoterapeut");
        String key = UUID.randomUUID().toString();
        String[] form = answer(learner, key);
        Person outbox = app.signedIn("miljoterapeut").with("Samtidig-Outbox", "1");
        Person.Answer first = send(outbox, form);
        Person.Answer again = send(outbox, form);
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("samtidig-outbox")).isEqualTo("received");
        assertThat(again.header("samtidig-outbox")).isEqualTo("received");
        Person.Answer answers = learner.get("/min-side/mine-svar");
        assertThat(answers.page().select(".receipt")).hasSize(1);
        assertThat(answers.text()).contains(key.substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        assertThat(app.signedIn("behandler").get("/min-side/mine-svar").page().select(".receipt"))
                .as("somebody else's")
                .isEmpty();
    }

    @Test
    void what_was_not_taken_in_says_why_and_is_no_receipt() {
        String[] form = answer(app.signedIn("kursholder"), UUID.randomUUID().toString());
        Person nobody = app.visitor().with("Samtidig-Outbox", "1");
        assertThat(send(nobody, form).header("samtidig-outbox")).isEqualTo("sign-in-required");
        Person other = app.signedIn("fagredaktor").with("Samtidig-Outbox", "1");
        assertThat(send(other, form).header("samtidig-outbox")).isEqualTo("other-reader");
        Person same = app.signedIn("kursholder").with("Samtidig-Outbox", "1");
        form[6] = "000000000000";
        Person.Answer changed = send(same, form);
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.header("samtidig-outbox")).isEqualTo("page");
    }

    @Test
    void a_copy_carries_the_explanations_and_an_ordinary_page_does_not() {
        Person learner = app.signedIn("prosjektleder");
        assertThat(learner.get(STEP).page().select("template[data-kept]")).isEmpty();
        Person.Answer copy =
                app.signedIn("prosjektleder").with("Samtidig-Copy", "1").get(STEP);
        assertThat(copy.page().select("template[data-kept=options] .answer__why"))
                .isNotEmpty();
        assertThat(copy.page().select("template[data-kept=options] .verdict")).hasSize(2);
    }

    @Test
    void what_can_be_kept_is_told_to_readers_only_and_is_whole() {
        assertThat(app.visitor().get("/uten-nett/leksjoner.json").path()).isEqualTo("/logg-inn");
        assertThat(app.visitor().get("/uten-nett").path()).isEqualTo("/logg-inn");
        assertThat(app.visitor().get("/min-side/mine-svar").path()).isEqualTo("/logg-inn");
        Person learner = app.signedIn("regional-kontakt");
        String list = learner.get("/uten-nett/leksjoner.json").body();
        assertThat(list).contains("\"" + STEP + "\"").contains("-nb-").contains("/a/own-work-");
        java.util.regex.Pattern.compile("\"(/a/[^\"]+)\"")
                .matcher(list)
                .results()
                .forEach(it -> assertThat(learner.get(it.group(1)).status())
                        .as(it.group(1))
                        .isEqualTo(200));
        learner.post("/sprak", "sprak", "nn");
        assertThat(learner.get("/uten-nett/leksjoner.json").body()).contains("-nn-");
    }

    @Test
    void a_device_can_put_it_on_the_home_screen() {
        Person visitor = app.visitor();
        Person.Answer manifest = visitor.get("/samtidig.webmanifest");
        assertThat(manifest.header("content-type")).startsWith("application/manifest+json");
        assertThat(manifest.body()).contains("\"start_url\":\"/min-side\"").contains("\"maskable\"");
        java.util.regex.Pattern.compile("\"src\":\"([^\"]+)\"")
                .matcher(manifest.body())
                .results()
                .forEach(it -> assertThat(visitor.get(it.group(1)).header("content-type"))
                        .isEqualTo("image/png"));
        Person.Answer worker = visitor.get("/arbeider.js");
        assertThat(worker.header("content-type")).startsWith("text/javascript");
        assertThat(worker.header("cache-control")).contains("no-cache");
        assertThat(worker.header("content-security-policy")).contains("default-src 'none'");
    }

    @Test
    void the_session_outlives_the_window_only_on_ones_own_device() {
        Person own = app.visitor();
        own.post("/enhet", "enhet", "egen");
        assertThat(own.get("/logg-inn").one("#enhet").hasAttr("checked")).isTrue();
        Person shared = app.visitor();
        assertThat(shared.post("/enhet", "enhet", "delt").path()).isEqualTo("/");
        assertThat(shared.get("/logg-inn").one("#enhet").hasAttr("checked")).isFalse();
        shared.post("/demo/logg-inn", "rolle", "behandler");
        assertThat(shared.get("/uten-nett").one("main").hasAttr("data-shared")).isTrue();
        own.post("/demo/logg-inn", "rolle", "behandler");
        assertThat(own.get("/uten-nett").one("main").hasAttr("data-shared")).isFalse();
    }
}
