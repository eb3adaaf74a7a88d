package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.samtidig.Airplane;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another engine than Chromium's reads and answers without network too. */
@Tag("browser")
@Tag("learning")
@RenewedApp
@Proves(Promise.WITHOUT_NETWORK)
class OfflineInFirefoxTest {
    @Test
    void firefox_reads_and_answers_without_network_and_sends_it_once() throws Exception {
        App app = App.shared();
        try (Airplane network = new Airplane(URI.create(app.address()).getPort())) {
            Process firefox = new ProcessBuilder(
                            "node",
                            "src/test/javascript/offline-firefox.mjs",
                            network.address(),
                            System.getenv().getOrDefault("FIREFOX", "/usr/bin/firefox-esr"),
                            "/moduler/grunnmodul/hvorfor-samtidig")
                    .redirectErrorStream(true)
                    .start();
            List<String> said = new ArrayList<>();
            try (BufferedReader out = firefox.inputReader();
                    Writer in = firefox.outputWriter()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(line);
                    switch (line) {
                        case "ASK cut" -> network.cut();
                        case "ASK restore" -> network.restore();
                        default -> {
                            continue;
                        }
                    }
                    in.write("done\n");
                    in.flush();
                }
            }
            assertThat(firefox.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(firefox.exitValue()).as(String.join("\n", said)).isZero();
            assertThat(said).contains("OK both have arrived");
            JdbcClient sql = app.bean(JdbcClient.class);
            assertThat(sql.sql("select count(*) from learning.answer")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(sql.sql("select text from learning.note")
                            .query(String.class)
                            .list())
                    .containsExactly("Skrevet i Firefox uten nett, og litt til");
        }
    }
}
