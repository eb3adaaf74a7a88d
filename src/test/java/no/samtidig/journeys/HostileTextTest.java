package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.platform.Rates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Every form that takes text is sent texts made to be slow, of one length and of twice that. Twice the text may cost about twice the
 * processor, and nothing we are sent is a fault of ours. What is cheap anyway is not looked at closer.
 */
@Tag("auditor")
@Tag("platform")
class HostileTextTest {
    private static final App APP = App.shared();

    /** Letters; written in an address a sign takes three bytes, and a form may have 256 kB. */
    private static final int LENGTH = 28_000;

    /** Twice the work is two, its square four. What else a request costs, and the noise of a machine, lies on top. */
    private static final double GROWTH = 3;

    /** Nanoseconds of processor below which nothing is measured: a text that costs its square is far above. */
    private static final long CHEAP = 150_000_000;

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final List<String> SHAPES = List.of(
            "a", ",", "(", "[", "> ", ">", "/", "a-", "a.", ". ", "&amp;", "\t", "**_", "<", "<!--", "<a ", "`", "`a``",
            "\\", "0", "\u0301", "e\u0301", "\uD800", "\u200b", " ", "\n", "a\n", "- ", " - a\n", "[a](", "![", "](",
            "# ", "@", "a@", "a@b.no,", "\"", "';", ";", ":", "a: ", "- - ", "{", "[[", "&a ", "*a ", "? ", "!!", "|",
            "%", "𝐀", "ﷺ", "mailto:", "http://", "og ", "a og ");

    private static String text(String shape, int length) {
        return shape.repeat(Math.max(1, length / shape.length()));
    }

    /** A form, with a place for the text. */
    private record Input(String name, Person person, String path, Function<String, String[]> fields) {}

    private static final Map<String, Long> SLOWEST = new LinkedHashMap<>();

    private static String[] of(String... fields) {
        return fields;
    }

    /** Where guesses are counted by network address, and answered later and later: each of these is the first. */
    private static String[] notCounted(String... fields) {
        ((Map<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(APP.bean(Rates.class), "empty"))).clear();
        return fields;
    }

    private static Stream<Input> inputs() {
        Person nobody = APP.visitor();
        Person editor = APP.signedIn("fagredaktor");
        Person lead = APP.signedIn("prosjektleder");
        Person leader = APP.signedIn("enhetsleder");
        Person learner = APP.signedIn("behandler");
        String slug = "lang-" + UUID.randomUUID().toString().substring(0, 8);
        editor.submit(
                editor.get("/skjemaer/ny").one("main form[method=post]"),
                "tittel-nb",
                "Lang",
                "tittel-nn",
                "Lang",
                "adresse",
                slug);
        List<Input> all = new ArrayList<>();
        all.add(new Input("sign in", nobody, "/logg-inn", it -> notCounted("e-post", it, "passord", it)));
        all.add(new Input("forgotten password", nobody, "/glemt-passord", it -> notCounted("e-post", it)));
        all.add(new Input("survey code", nobody, "/svar", it -> of("kode", it)));
        all.add(new Input("certificate code", nobody, "/kursbevis/kontroller", it -> of("kode", it)));
        all.add(new Input("language", nobody, "/sprak", it -> of("sprak", it, "retur", it)));
        all.add(new Input("addresses", leader, "/invitasjoner/ny", it -> of("adresser", it, "rolle", "", "sted", "")));
        for (String field : List.of("tittel-nb", "adresse", "fra")) {
            all.add(new Input(
                    "new questionnaire " + field,
                    editor,
                    "/skjemaer/ny",
                    it -> of(
                            "tittel-nb",
                            "",
                            "tittel-nn",
                            "",
                            field,
                            it,
                            "nokkel",
                            UUID.randomUUID().toString())));
        }
        for (String field : List.of("tittel-nb", "innledning-nb", "minutter")) {
            all.add(new Input("head " + field, editor, "/skjemaer/" + slug + "/om", it -> {
                Map<String, String> fields = new LinkedHashMap<>(Map.of(
                        "revisjon",
                        "0",
                        "tittel-nb",
                        "a",
                        "tittel-nn",
                        "a",
                        "innledning-nb",
                        "a",
                        "innledning-nn",
                        "a",
                        "minutter",
                        "0"));
                fields.put(field, it);
                return fields.entrySet().stream()
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new);
            }));
        }
        for (String kind : List.of("information", "single", "likert", "number")) {
            for (String field :
                    List.of("tekst-nb", "hjelp-nb", "kode", "linje-nb", "punkt-nb", "minst", "vis-tekst", "gjor")) {
                all.add(new Input(
                        kind + " " + field,
                        editor,
                        "/skjemaer/" + slug + "/nytt",
                        it -> of(
                                "type",
                                kind,
                                "revisjon",
                                "0",
                                "nokkel",
                                UUID.randomUUID().toString(),
                                "vis-nar",
                                "tekst",
                                field,
                                it)));
            }
        }
        all.add(new Input("as text", editor, "/skjemaer/" + slug + "/tekst", it -> of("revisjon", "0", "tekst", it)));
        all.add(new Input(
                "as text, in quotes",
                editor,
                "/skjemaer/" + slug + "/tekst",
                it -> of(
                        "revisjon",
                        "0",
                        "tekst",
                        "title: {nb: " + quoted(it) + "}\nintroduction: {nb: a}\nminutes: 1\nitems: []")));
        all.add(new Input(
                "as text, many in a list",
                editor,
                "/skjemaer/" + slug + "/tekst",
                it -> of(
                        "revisjon",
                        "0",
                        "tekst",
                        "title: {nb: a}\nintroduction: {nb: a}\nminutes: 1\nitems:\n"
                                + IntStream.range(0, it.length() / 4_000)
                                        .mapToObj(n -> "- {kind: information, code: k" + n + ", text: {nb: "
                                                + quoted(it.substring(0, 4_000)) + "}}\n")
                                        .reduce("", String::concat))));
        all.add(new Input("FHIR", editor, "/skjemaer/importer", it -> of("tekst", it)));
        for (String field : List.of("description", "url", "title", "copyright", "name")) {
            all.add(new Input(
                    "FHIR " + field,
                    editor,
                    "/skjemaer/importer",
                    it -> of(
                            "tekst",
                            "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"" + field + "\":" + quoted(it)
                                    + ",\"item\":[{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"Hva?\"}]}")));
        }
        for (String field : List.of("text", "linkId", "prefix")) {
            all.add(new Input(
                    "FHIR item " + field,
                    editor,
                    "/skjemaer/importer",
                    it -> of(
                            "tekst",
                            "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"item\":[{\"linkId\":\"a\",\"type\":\"display\",\"text\":\"a\"},"
                                    + "{\"linkId\":\"b\",\"type\":\"string\",\"text\":\"b\"}"
                                            .replace(
                                                    field.equals("prefix") ? "\"type\"" : "\"" + field + "\":\"b\"",
                                                    field.equals("prefix")
                                                            ? "\"prefix\":" + quoted(it) + ",\"type\""
                                                            : "\"" + field + "\":" + quoted(it))
                                    + "]}")));
        }
        for (String field : List.of("navn", "enheter", "apner", "skjema")) {
            all.add(new Input(
                    "round " + field,
                    lead,
                    "/undersokelser/ny",
                    it -> of("nokkel", UUID.randomUUID().toString(), field, it)));
        }
        all.add(new Input(
                "answer",
                learner,
                "/moduler/grunnmodul/x/blokk/y/svar",
                it -> of("nokkel", UUID.randomUUID().toString(), "versjon", it, "valg", it, "vist", it)));
        return all.stream();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(it -> {
            if (it == '"' || it == '\\') {
                quoted.append('\\').append((char) it);
            } else if (it < ' ' || Character.isSurrogate((char) it)) {
                quoted.append(String.format("\\u%04x", it));
            } else {
                quoted.append((char) it);
            }
        });
        return quoted.append('"').toString();
    }

    @TestFactory
    Stream<DynamicTest> twice_the_text_is_no_more_than_about_twice_the_work() {
        return inputs().map(input -> DynamicTest.dynamicTest(input.name(), () -> {
            for (String shape : SHAPES) {
                long twice = work(input, shape, 2 * LENGTH);
                SLOWEST.merge(input.name() + " " + shape, twice, Math::max);
                if (twice > CHEAP) {
                    twice = median(input, shape, 2 * LENGTH);
                    assertThat(twice < CHEAP || twice < GROWTH * median(input, shape, LENGTH))
                            .as("'%s' again and again: %d ms for %d letters", shape, twice / 1_000_000, 2 * LENGTH)
                            .isTrue();
                }
            }
        }));
    }

    @AfterAll
    static void the_slowest() {
        SLOWEST.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(5)
                .forEach(it -> System.out.println(
                        "hostile text: " + it.getKey().strip() + ", " + it.getValue() / 1_000_000 + " ms"));
    }

    private static long median(Input input, String shape, int length) {
        return IntStream.range(0, 3)
                .mapToLong(_ -> work(input, shape, length))
                .sorted()
                .toArray()[1];
    }

    /** Processor time of everything here while it is answered. */
    private static long work(Input input, String shape, int length) {
        String[] fields = input.fields().apply(text(shape, length));
        long before = MACHINE.getProcessCpuTime();
        int status = input.person().postUnread(input.path(), fields);
        long spent = MACHINE.getProcessCpuTime() - before;
        assertThat(status).as("%s with '%s'", input.name(), shape).isLessThan(500);
        return spent;
    }
}
