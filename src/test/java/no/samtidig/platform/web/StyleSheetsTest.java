package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.platform.Page;
import org.junit.jupiter.api.Test;

/** A page has the style sheets that its classes stand in, and a style sheet the tokens it uses. */
class StyleSheetsTest {
    private static final String FRAME = "samtidig.css";
    private static final Path STATIC = Path.of("target/classes/static");
    private static final Path TEMPLATES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("@template\\.([\\w.]+)\\(");
    private static final Pattern WHOLE = Pattern.compile("@template\\.no\\.samtidig\\.platform\\.ui\\.(frame|page)\\(");
    private static final Pattern CLASSES = Pattern.compile("class=\"((?:\\$\\{[^}]*}|[^\"$])*)\"");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");

    /** For each sheet the classes of each of its selectors. */
    private static Map<String, Set<Set<String>>> sheets() throws IOException {
        Map<String, Set<Set<String>>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(STATIC)) {
            for (Path it :
                    files.filter(file -> file.toString().endsWith(".css")).toList()) {
                found.put(it.getFileName().toString(), selectors(Files.readString(it)));
            }
        }
        return found;
    }

    private static Set<Set<String>> selectors(String css) {
        Set<Set<String>> found = new HashSet<>();
        for (String head : all(Pattern.compile("([^{};]*)\\{"), css.replaceAll("\"[^\"]*\"|'[^']*'", ""))) {
            for (String selector : head.strip().startsWith("@") ? new String[0] : head.split(",(?![^(]*\\))")) {
                found.add(new TreeSet<>(all(Pattern.compile("\\.([a-zA-Z][\\w-]*)"), selector)));
            }
        }
        found.remove(Set.of());
        return found;
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The classes of a template and of those it calls. */
    private static void classes(String template, Set<String> seen, Set<String> found) throws IOException {
        Path file = TEMPLATES.resolve(template.replace('.', '/') + ".jte");
        if (!seen.add(template) || !Files.exists(file)) {
            return;
        }
        String text = Files.readString(file);
        for (String value : all(CLASSES, text)) {
            Matcher matcher = WORD.matcher(value.replaceAll("\\$\\{[^\"]*}", ""));
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        for (String called : all(CALL, text)) {
            classes(called, seen, found);
        }
    }

    /** What is styled in a sheet that the page does not have, though all its classes are on the page. */
    private static Set<Set<String>> without(
            Set<String> classes, List<String> linked, Map<String, Set<Set<String>>> sheets) {
        Set<Set<String>> missing = new HashSet<>();
        sheets.values().forEach(missing::addAll);
        missing.removeIf(it -> !classes.containsAll(it));
        missing.removeAll(sheets.get(FRAME));
        linked.forEach(it -> missing.removeAll(sheets.get(it)));
        return missing;
    }

    @Test
    void every_page_has_the_style_sheets_that_its_classes_stand_in() throws Exception {
        Map<String, Set<Set<String>>> sheets = sheets();
        Map<String, Set<Set<String>>> missing = new TreeMap<>();
        int pages = 0;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith("Page.jte")).toList()) {
                if (!WHOLE.matcher(Files.readString(file)).find()) {
                    continue;
                }
                String name = TEMPLATES
                        .relativize(file)
                        .toString()
                        .replace(".jte", "")
                        .replace('/', '.');
                List<String> linked = PageRenderer.sheets(Class.forName(name).asSubclass(Page.class));
                assertThat(sheets).as(name).containsKeys(linked.toArray(String[]::new));
                Set<String> classes = new TreeSet<>();
                classes(name, new TreeSet<>(), classes);
                Set<Set<String>> without = without(classes, linked, sheets);
                if (!without.isEmpty()) {
                    missing.put(name, without);
                }
                pages++;
            }
        }
        assertThat(missing).isEmpty();
        assertThat(pages).isGreaterThan(70);
    }

    @Test
    void a_page_without_the_sheet_of_its_classes_is_caught() throws IOException {
        assertThat(without(Set.of("coverage__table", "page"), List.of("parts.css", "learning.css"), sheets()))
                .contains(Set.of("coverage__table"));
    }

    @Test
    void every_token_a_style_sheet_uses_is_given_somewhere() throws IOException {
        String frame = Files.readString(STATIC.resolve(FRAME)) + Files.readString(STATIC.resolve("parts.css"));
        for (String sheet : sheets().keySet()) {
            assertThat(unknown(frame, Files.readString(STATIC.resolve(sheet))))
                    .as(sheet)
                    .isEmpty();
        }
        assertThat(unknown(frame, ".attic { color: var(--ds-color-attic); inset: var(--attic, 0) }"))
                .containsExactly("--ds-color-attic");
    }

    private static Set<String> unknown(String frame, String css) {
        Set<String> used = new TreeSet<>(all(Pattern.compile("var\\(\\s*(--(?!_)[\\w-]+)\\s*\\)"), css));
        all(Pattern.compile("(--[\\w-]+)\\s*:"), frame + css).forEach(used::remove);
        return used;
    }
}
