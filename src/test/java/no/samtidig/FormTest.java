package no.samtidig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form is filled in and sent as a reader would do it, and what a reader could not find is no field. */
@Tag("platform")
class FormTest {
    private static final String PAGE = """
            <form method="post" action="/sendt"><input type="hidden" name="nokkel" value="7">
            <button class="sr-only" name="gjor" value="lagre" aria-hidden="true">Lagre</button>
            <label for="n">Navn <span>valgfritt</span></label><input id="n" name="navn" value="Ane" aria-invalid="true" aria-describedby="h f">
            <p id="h">Fullt navn</p><p id="f" class="ds-validation-message">Navnet er for langt.</p>
            <fieldset><legend>Tittel</legend><label for="nb">Bokmål</label><input id="nb" name="tittel-nb"><label for="nn">Nynorsk</label><input id="nn" name="tittel-nn"></fieldset>
            <fieldset><legend>Hjelp</legend><label>Bokmål<textarea name="hjelp">en
            to</textarea></label></fieldset>
            <label for="r">Rolle</label><select id="r" name="rolle"><option value="">Velg</option><option value="b">Behandler</option><option value="s">Samtidig (3 minutter)</option></select>
            <fieldset><legend>Er den anonym?</legend><label><input type="radio" name="anonym" value="ja" checked>Ja</label>
            <label><input type="radio" name="anonym" value="nei">Nei</label></fieldset>
            <fieldset><legend>Hvem</legend><label><input type="checkbox" name="hvem" value="1" checked>Ledere</label>
            <label><input type="checkbox" name="hvem" value="2">Miljø</label></fieldset>
            <input name="uten"><button name="gjor" value="lagre">Lagre</button><button name="gjor" value="mer" formaction="/mer" aria-label="Flere linjer">+</button></form>
            <form action="/sok"><label>Søk<input name="q"></label><button>Finn</button></form>
            """;

    private HttpServer server;
    private Person person;
    private String sent = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", it -> {
            String body = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent = it.getRequestMethod() + " " + it.getRequestURI() + " "
                    + URLDecoder.decode(body, StandardCharsets.UTF_8);
            it.sendResponseHeaders(204, -1);
            it.close();
        });
        server.start();
        person = new Person("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Form form(String button) {
        return Form.withButton(person, Jsoup.parse(PAGE), button);
    }

    @Test
    void an_untouched_form_is_sent_with_its_hidden_fields_and_the_button_that_was_pressed() {
        form("Lagre").send();
        assertThat(sent)
                .isEqualTo(
                        "POST /sendt nokkel=7&navn=Ane&tittel-nb=&tittel-nn=&hjelp=en\r\nto&rolle=&anonym=ja&hvem=1&uten=&gjor=lagre");
        form("Flere linjer").send();
        assertThat(sent).startsWith("POST /mer ").endsWith("&gjor=mer");
        form("Finn").fill("Søk", "rus og vold").send();
        assertThat(sent).isEqualTo("GET /sok?q=rus+og+vold ");
    }

    @Test
    void fields_are_found_by_the_words_beside_them_and_their_group() {
        Form form = form("Lagre")
                .fill("Navn", "Ane Å")
                .fill("Tittel > Nynorsk", "Vakta")
                .fill("Hjelp > Bokmål", "")
                .choose("Rolle", "Behandler")
                .choose("Er den anonym?", "Nei")
                .tick("Hvem > Miljø")
                .untick("Ledere");
        assertThat(form.value("Navn")).isEqualTo("Ane Å");
        assertThat(form.value("Bokmål #2")).as("the second one").isEmpty();
        assertThat(form("Lagre").choose("Rolle", "Samtidig").value("Rolle"))
                .as("words go before the small print")
                .isEqualTo("s");
        form.send();
        assertThat(sent)
                .isEqualTo(
                        "POST /sendt nokkel=7&navn=Ane Å&tittel-nb=&tittel-nn=Vakta&hjelp=&rolle=b&anonym=nei&hvem=2&uten=&gjor=lagre");
    }

    @Test
    void what_a_reader_could_not_find_fails_and_says_what_there_is() {
        assertThatThrownBy(() -> form("Send"))
                .hasMessage("no button «Send»; there are [«Lagre», «Flere linjer», «Finn»]");
        assertThatThrownBy(() -> form("Lagre").fill("E-post", ""))
                .hasMessageStartingWith(
                        "no field «E-post» in the form; there are [«Navn valgfritt», «Tittel > Bokmål», «Tittel > Nynorsk», «Hjelp > Bokmål», «Rolle»,");
        assertThatThrownBy(() -> form("Lagre").fill("Bokmål", "")).hasMessageStartingWith("2 times the field «Bokmål»");
        assertThatThrownBy(() -> form("Lagre").fill("Ledere", "")).hasMessageStartingWith("no field «Ledere»");
        assertThatThrownBy(() -> form("Lagre").tick("Navn")).hasMessageStartingWith("no field «Navn»");
        assertThatThrownBy(() -> form("Lagre").choose("Rolle", "Lege"))
                .hasMessage("no choice «Lege» in Rolle; there are [«Velg», «Behandler», «Samtidig (3 minutter)»]");
        assertThatThrownBy(() -> form("Lagre").choose("Er den anonym?", "Kanskje"))
                .hasMessageStartingWith("no field «Er den anonym? > Kanskje»");
    }

    @Test
    void the_page_tells_beside_the_field_what_is_wrong_with_it() {
        assertThat(form("Lagre").fault("Navn")).isEqualTo("Navnet er for langt.");
        assertThat(form("Lagre").fault("Rolle")).isEmpty();
    }
}
