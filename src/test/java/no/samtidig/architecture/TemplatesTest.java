package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the strict policy of the pages asks of templates, and that every text a template asks for exists. */
class TemplatesTest {
    private static final Pattern INLINE =
            Pattern.compile("(?i)<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:|\\$unsafe");
    private static final Pattern KEY = Pattern.compile("view\\.text\\(\"([a-z0-9.-]+)\"[,)]");

    /** No line of a template has so many characters. */
    private static final int LONGEST = 160;

    private static List<Path> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(it -> it.toString().endsWith(ending)).toList();
        }
    }

    static List<String> inline(String template) {
        List<String> found = new ArrayList<>();
        Matcher matcher = INLINE.matcher(template);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void no_template_holds_inline_script_or_style() throws IOException {
        for (Path template : sources(".jte")) {
            assertThat(inline(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void inline_script_and_style_are_caught() {
        assertThat(inline("<p style=\"color:red\">")).isNotEmpty();
        assertThat(inline("<button onclick=\"x()\">")).isNotEmpty();
        assertThat(inline("<script>x()</script>")).isNotEmpty();
        assertThat(inline("<script src=\"/a/x.js\" defer></script>")).isEmpty();
        assertThat(inline("$unsafe{x}")).isNotEmpty();
    }

    /** Lines that are longer than one can read, by their numbers. */
    static List<Integer> tooLong(String template) {
        List<String> lines = template.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(it -> lines.get(it - 1).length() >= LONGEST)
                .boxed()
                .toList();
    }

    @Test
    void lines_of_templates_can_be_read() throws IOException {
        for (Path template : sources(".jte")) {
            assertThat(tooLong(Files.readString(template)))
                    .as("lines of %d characters or more in %s", LONGEST, template)
                    .isEmpty();
        }
    }

    @Test
    void a_line_that_cannot_be_read_is_caught() {
        assertThat(tooLong("<p>\n" + "x".repeat(LONGEST) + "\n</p>")).containsExactly(2);
        assertThat(tooLong("x".repeat(LONGEST - 1))).isEmpty();
    }

    @Test
    void every_text_a_template_asks_for_exists() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        var known = TextsTest.texts("nb").keySet();
        int found = 0;
        for (Path template : sources(".jte")) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                found++;
                if (!known.contains(matcher.group(1))) {
                    missing.add(matcher.group(1) + " in " + template);
                }
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }
}
