package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.catalogue.RecordedVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real person's voice: heard as long as the person wants it, and silent from the moment it is taken back. */
@Tag("catalogue")
@Tag("learning")
class VoiceJourneyTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/";
    private static final String SOUND = "/stemme/prove.mp3";

    @TempDir
    private static Path content;

    @AutoClose
    private static App app;

    private static String step;

    @BeforeAll
    static void contentWithAVoice() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = content.resolve(Path.of("content").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        RecordedVoice.write(content, RecordedVoice.YAML);
        for (String language : new String[] {"nb", "nn"}) {
            Path lesson = content.resolve("modules/grunnmodul/lessons/hvorfor-samtidig." + language + ".md");
            Files.writeString(
                    lesson, Files.readString(lesson).replaceFirst("(:::voice \\{#[a-z-]+}\\n)", "$1voice: prove\n"));
        }
        String text = Files.readString(content.resolve("modules/grunnmodul/lessons/hvorfor-samtidig.nb.md"));
        String before = text.substring(0, text.indexOf(":::voice"));
        step = STEP + before.replaceAll("(?s).*## .*?\\{#([a-z-]+)}.*", "$1");
        app = App.start("--samtidig.content=" + content.toUri());
    }

    @AfterEach
    void asItWas() {
        app.clock().reset();
        app.bean(JdbcClient.class).sql("delete from catalogue.voice_withdrawal").update();
    }

    @Test
    void it_is_heard_and_read_until_it_is_taken_back_and_then_silent_everywhere_at_once() {
        Person learner = app.signedIn("miljoterapeut");
        Person.Answer page = learner.get(step);
        assertThat(page.one(".voice audio").attr("src")).isEqualTo(SOUND);
        assertThat(page.one(".voice").text()).contains("Prøvestemme", "Dette er en prøve.", "RVTS Prøve");
        assertThat(learner.get(SOUND).status()).isEqualTo(200);
        assertThat(learner.get(SOUND).header("Cache-Control")).contains("no-store");
        assertThat(app.visitor().get(SOUND).path()).isEqualTo("/logg-inn");
        assertThat(app.visitor().get("/stemme/prove").path()).isEqualTo("/logg-inn");
        Person copy = app.signedIn("miljoterapeut").with("Samtidig-Copy", "1");
        Person.Answer kept = copy.get(step);
        assertThat(kept.page().select("audio"))
                .as("a copy keeps neither sound nor words")
                .isEmpty();
        assertThat(kept.text()).doesNotContain("Dette er en prøve.");
        assertThat(kept.one(".voice a").attr("href")).isEqualTo("/stemme/prove");
        assertThat(learner.get("/stemme/prove").one("audio").attr("src")).isEqualTo(SOUND);

        Person lead = app.signedIn("prosjektleder");
        assertThat(lead.get("/redaksjon/dekning").one("#stemmer").text()).contains("Prøvestemme");
        assertThat(lead.get("/redaksjon/dekning").page().select("#stemmer form"))
                .isEmpty();
        for (String role : new String[] {"prosjektleder", "miljoterapeut", "enhetsleder", "regional-kontakt"}) {
            assertThat(app.signedIn(role)
                            .post("/redaksjon/dekning/stemmer/prove/trekk")
                            .status())
                    .as(role)
                    .isEqualTo(404);
        }
        assertThat(learner.get(SOUND).status())
                .as("nobody who may not has taken it back")
                .isEqualTo(200);

        Person editor = app.signedIn("fagredaktor");
        assertThat(editor.post("/redaksjon/dekning/stemmer/finnes-ikke/trekk").status())
                .isEqualTo(404);
        Person.Answer done = editor.submit(editor.get("/redaksjon/dekning").one("#stemmer form"));
        assertThat(done.one("#stemmer").text()).contains("Trukket").doesNotContain("Trekk stemmen");
        assertThat(editor.post("/redaksjon/dekning/stemmer/prove/trekk").status())
                .as("twice")
                .isEqualTo(200);

        assertThat(learner.get(SOUND).status()).isEqualTo(404);
        assertThat(learner.get("/stemme/prove").status()).isEqualTo(404);
        assertThat(learner.get(STEP + "utskrift").text()).doesNotContain("Dette er en prøve.");
        assertThat(learner.get(step).one(".voice").text())
                .contains("Stemmen som var her, høres ikke lenger")
                .doesNotContain("Prøvestemme", "Dette er en prøve.");
    }

    @Test
    void it_is_silent_when_the_consent_has_ended() {
        Person learner = app.signedIn("miljoterapeut");
        assertThat(learner.get(SOUND).status()).isEqualTo(200);
        app.clock().forward(Duration.ofDays(365 * 75));
        Person again = app.signedIn("miljoterapeut");
        assertThat(again.get(SOUND).status()).isEqualTo(404);
        assertThat(again.get(step).page().select("audio")).isEmpty();
    }
}
