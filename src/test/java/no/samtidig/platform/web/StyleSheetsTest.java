package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Page;
import org.junit.jupiter.api.Test;

/** A page has the style sheets that its classes stand in, and a style sheet the tokens it uses. */
class StyleSheetsTest {
    private static final String FRAME = "samtidig.css";
    private static final Path TEMPLATES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("@template\\.([\\w.]+)\\(");
    private static final Pattern CLASSES = Pattern.compile("class=\"((?:\\$\\{[^}]*}|[^\"$])*)\"");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");

    /** The classes each sheet has a rule for. */
    private static Map<String, Set<String>> sheets() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("target/classes/static"))) {
            for (Path it :
                    files.filter(file -> file.toString().endsWith(".css")).toList()) {
                found.put(it.getFileName().toString(), styled(Files.readString(it)));
            }
        }
        return found;
    }

    private static Set<String> styled(String css) {
        String plain = css.replaceAll("\"[^\"]*\"|'[^']*'", "");
        return all(Pattern.compile("([^{};]*)\\{"), plain).stream()
                .filter(head -> !head.strip().startsWith("@"))
                .flatMap(head -> all(Pattern.compile("\\.([a-zA-Z][\\w-]*)"), head).stream())
                .collect(Collectors.toCollection(TreeSet::new));
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

    private static Set<String> without(Set<String> classes, List<String> linked, Map<String, Set<String>> sheets) {
        Set<String> missing = new TreeSet<>(classes);
        missing.retainAll(sheets.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        missing.removeAll(sheets.get(FRAME));
        linked.forEach(it -> missing.removeAll(sheets.get(it)));
        return missing;
    }

    @Test
    void every_page_has_the_style_sheets_that_its_classes_stand_in() throws Exception {
        Map<String, Set<String>> sheets = sheets();
        Map<String, Set<String>> missing = new TreeMap<>();
        int pages = 0;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith("Page.jte")).toList()) {
                if (!Files.readString(file).contains("@template.no.samtidig.platform.ui.frame(")) {
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
                Set<String> without = without(classes, linked, sheets);
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
                .containsExactly("coverage__table");
    }

    @Test
    void every_token_a_style_sheet_uses_is_given_somewhere() throws IOException {
        String frame = Files.readString(Path.of("target/classes/static/" + FRAME))
                + Files.readString(Path.of("target/classes/static/parts.css"));
        for (String sheet : sheets().keySet()) {
            assertThat(unknown(frame, Files.readString(Path.of("target/classes/static/" + sheet))))
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
