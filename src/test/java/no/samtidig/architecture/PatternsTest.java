package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.Samtidig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import violation.attic.Explosives;

/** No text makes one of our regular expressions slow, and none overflows the stack. See {@link PatternAttack}. */
class PatternsTest {
    private static List<Patterns.Found> beside(Class<?> known, String folder) throws URISyntaxException {
        return Patterns.below(Path.of(known.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(folder));
    }

    @TestFactory
    Stream<DynamicTest> every_expression_of_the_house_is_linear() throws URISyntaxException {
        return beside(Samtidig.class, "no/samtidig").stream()
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    assertThat(it.expression()).as("a constant").isPresent();
                    assertThat(new PatternAttack(it).weakness()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_explosive_one_is_caught() throws URISyntaxException {
        return beside(Explosives.class, "violation/attic").stream()
                .filter(it -> it.where().contains("Explosives"))
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(),
                        () -> assertThat(it.expression().isEmpty()
                                        || new PatternAttack(it).weakness().isPresent())
                                .isEqualTo(!it.where().contains("Harmless"))));
    }

    @Test
    void all_of_them_are_found() throws URISyntaxException {
        assertThat(beside(Samtidig.class, "no/samtidig")).hasSizeGreaterThan(50);
        assertThat(beside(Explosives.class, "violation/attic"))
                .filteredOn(it -> it.where().contains("Explosives"))
                .hasSize(20);
    }
}
