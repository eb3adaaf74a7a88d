package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.Proves;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/** Bokmål, nynorsk and English say the same things. */
@Proves(Promise.LANGUAGES)
class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    static Map<String, String> texts(String language) {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.endsWith("texts_" + language + ".properties"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(it -> all.put(it, properties.getProperty(it)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }

    /** What one language has and another lacks, or has with other arguments. */
    static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> found = new TreeSet<>();
        one.forEach((key, text) -> {
            String counterpart = other.get(key);
            if (counterpart == null || counterpart.isBlank()) {
                found.add(key + " is missing");
            } else if (!arguments(text).equals(arguments(counterpart))) {
                found.add(key + " has other arguments");
            }
        });
        return found;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void an_answer_is_called_the_same_on_the_page_in_results_in_rules_and_in_fhir() {
        for (String language : new String[] {"nb", "nn", "en"}) {
            Map<String, String> texts = texts(language);
            assertThat(Stream.of(
                                    "answer.unsure",
                                    "answer.unsure-or-not",
                                    "questionnaire-edit.unsure",
                                    "results.unsure",
                                    "fhir.unsure")
                            .map(texts::get))
                    .as(language)
                    .doesNotContainNull()
                    .containsOnly(texts.get("answer.unsure"));
            assertThat(texts.get("results.unsure.part")).startsWith(texts.get("answer.unsure") + ":");
            for (String kind : new String[] {"frequency", "importance"}) {
                for (int i = 0; i <= 4; i++) {
                    String point = kind + "." + i;
                    assertThat(texts.get("fhir." + point))
                            .as(point)
                            .isNotNull()
                            .isEqualTo(texts.get("answer." + point));
                }
            }
        }
    }

    @Test
    void every_text_exists_in_every_language_with_the_same_arguments() {
        Map<String, String> nb = texts("nb");
        assertThat(nb).hasSizeGreaterThan(150);
        for (String language : new String[] {"nn", "en"}) {
            assertThat(differences(nb, texts(language)))
                    .as("nb against " + language)
                    .isEmpty();
            assertThat(differences(texts(language), nb))
                    .as(language + " against nb")
                    .isEmpty();
        }
    }

    @Test
    void a_missing_text_and_a_lost_argument_are_caught() {
        assertThat(differences(Map.of("a", "x", "b", "{0} steg"), Map.of("b", "steg")))
                .containsExactly("a is missing", "b has other arguments");
    }

    @Test
    void a_pattern_with_arguments_holds_no_lone_apostrophe() {
        for (String language : new String[] {"nb", "nn", "en"}) {
            texts(language).forEach((key, text) -> {
                if (text.contains("{0")) {
                    assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                }
            });
        }
    }
}
