package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that no client library would send, over a bare socket: Tomcat refuses them before our filters see them. */
class RefusedRequestsTest {
    private record Raw(int status, Map<String, String> headers, Document page) {}

    /** The headers of an ordinary page that must be on every answer, with the same values. */
    private static final List<String> SECURITY = List.of(
            "content-security-policy",
            "permissions-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-frame-options");

    private static Raw send(String... lines) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(App.shared().address()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            List<String> head = answer.substring(0, end).lines().toList();
            return new Raw(
                    Integer.parseInt(head.getFirst().substring("HTTP/1.1 ".length(), "HTTP/1.1 400".length())),
                    head.stream()
                            .skip(1)
                            .collect(Collectors.toMap(
                                    it -> it.substring(0, it.indexOf(':')).toLowerCase(Locale.ROOT),
                                    it -> it.substring(it.indexOf(':') + 2),
                                    (first, second) -> first)),
                    Jsoup.parse(answer.substring(end)));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_cannot_be_read_gets_our_page_with_our_headers() {
        String host = "Host: samtidig.invalid";
        return Stream.of(
                        Map.entry("a broken escape in the address", new String[] {"GET /%zz HTTP/1.1", host}),
                        Map.entry(
                                "a letter no address may hold",
                                new String[] {"GET /<script>alert(1)</script> HTTP/1.1", host}),
                        Map.entry(
                                "a header over 8 kB",
                                new String[] {"GET / HTTP/1.1", host, "X-Long: " + "x".repeat(9_000)}),
                        Map.entry("an address that climbs out", new String[] {"GET /../../etc/passwd HTTP/1.1", host}),
                        Map.entry("no host", new String[] {"GET / HTTP/1.1"}))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    Raw answer = send(it.getValue());
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.page().select("html").attr("lang")).isEqualTo("nb");
                    assertThat(answer.page().select("h1").text()).isEqualTo("Vi forsto ikke det som ble sendt");
                    assertThat(answer.page().text()).doesNotContain("Tomcat").doesNotContain("HTTP Status");
                    assertThat(answer.page().html()).doesNotContain("alert(1)").doesNotContain("passwd");
                    Person.Answer ordinary = App.shared().visitor().get("/");
                    assertThat(SECURITY)
                            .allSatisfy(
                                    name -> assertThat(answer.headers()).containsEntry(name, ordinary.header(name)));
                    assertThat(answer.headers()).containsEntry("cache-control", "no-store");
                }));
    }

    @Test
    void what_can_be_read_is_answered_by_the_application() throws IOException {
        Raw answer = send("GET /finnes-ikke HTTP/1.1", "Host: 127.0.0.1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select("h1").text()).isEqualTo("Siden finnes ikke");
    }
}
