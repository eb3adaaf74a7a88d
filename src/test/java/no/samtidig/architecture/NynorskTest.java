package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/** One norm of nynorsk through the whole product; {@code content/norm_nn.txt} says which. */
@Proves(Promise.LANGUAGES)
class NynorskTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern FIELD = Pattern.compile("^\\s*(?:- )?(?:nn: |\\{?.*\\bnn: )(.*)$");

    private static Map<String, String> norm() throws IOException {
        return Files.readAllLines(Path.of("content/norm_nn.txt")).stream()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split(" "))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }

    /** What a text says that the house does not, with what it says instead. */
    private static List<String> strange(String text) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        Map<String, String> norm = norm();
        while (words.find()) {
            String instead = norm.get(words.group());
            if (instead != null) {
                found.add(words.group() + " (write " + instead + ")");
            }
        }
        return found;
    }

    @Test
    void every_text_in_nynorsk_keeps_to_it() throws IOException {
        for (String folder : List.of("content", "src/main/java")) {
            for (Path file : files(folder)) {
                String name = file.getFileName().toString();
                if (name.contains(".nn.") || name.equals("texts_nn.properties")) {
                    assertThat(strange(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty();
                } else if (name.endsWith(".yaml")) {
                    for (String line : Files.readAllLines(file)) {
                        Matcher field = FIELD.matcher(line);
                        if (field.matches()) {
                            assertThat(strange(field.group(1)))
                                    .as(file + ": " + line)
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void another_norm_is_found() throws IOException {
        assertThat(strange("Det har blitt slik, og vi er einige."))
                .containsExactly("blitt (write vorte)", "einige (write samde)");
        assertThat(strange("Vi har avtalt kven vi ringer.")).isEmpty();
    }
}
