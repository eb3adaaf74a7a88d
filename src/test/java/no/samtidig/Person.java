package no.samtidig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser without JavaScript: reads pages, fills in forms, presses buttons. */
public final class Person {
    private final String base;
    private final HttpClient client;
    private final List<String[]> headers = new ArrayList<>();

    Person(String base) {
        this(
                base,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL) {
                            // as behind a proxy with TLS: cookies of production go over no other connection
                            @Override
                            public Map<String, List<String>> get(URI address, Map<String, List<String>> headers)
                                    throws IOException {
                                return super.get(
                                        URI.create("https" + address.toString().substring("http".length())), headers);
                            }
                        })
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    private Person(String base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /** The same browser at another address of the same host: cookies do not mind the port. */
    public Person at(String address) {
        return new Person(address, client);
    }

    /** Adds a header to every request from now on. */
    public Person with(String name, String value) {
        headers.add(new String[] {name, value});
        return this;
    }

    /**
     * What came back.
     *
     * @param status HTTP status after redirects
     * @param page the page
     * @param path where it was found, after redirects
     * @param headers of the last answer
     * @param body as it was sent, for what is no page
     */
    public record Answer(int status, Document page, String path, Map<String, List<String>> headers, String body) {
        public String text() {
            return page.text();
        }

        public Element one(String selector) {
            return page.select(selector).stream()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + selector + " on " + path + ":\n" + page.text()));
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public String heading() {
            return one("h1").text();
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** A file, as it came. */
    public byte[] bytes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(it -> request.header(it[0], it[1]));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends a form of name, value, name, value … */
    public Answer post(String path, String... fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** The same, by one who does not read what comes back: its status. */
    public int postUnread(String path, String... fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
        headers.forEach(it -> request.header(it[0], it[1]));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String encoded(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    /** The form on a page that has a button with these words. */
    public Form form(Answer page, String button) {
        return form(page.page(), button);
    }

    /** The form in a part of a page that has a button with these words. */
    public Form form(Element part, String button) {
        return Form.withButton(this, part, button);
    }

    /** Sends a form with a file, as a browser does. */
    public Answer upload(String path, String field, String name, byte[] file) {
        String boundary = "----en-grense-mellom-delene";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form found on a page, as a browser does, with some fields changed or added. */
    public Answer submit(Element form, String... changes) {
        List<String> fields = new ArrayList<>();
        for (org.jsoup.Connection.KeyVal it : ((FormElement) form).formData()) {
            boolean changed = false;
            for (int i = 0; i < changes.length; i += 2) {
                changed |= changes[i].equals(it.key()) && !it.key().equals("valg");
            }
            if (!changed) {
                fields.add(it.key());
                fields.add(it.value());
            }
        }
        fields.addAll(List.of(changes));
        return post(form.attr("action"), fields.toArray(String[]::new));
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(it -> request.header(it[0], it[1]));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    Jsoup.parse(answer.body().replace("\r\n", "\n"), base), // as browsers read it
                    answer.uri().getPath(),
                    answer.headers().map(),
                    answer.body());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
