package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import no.samtidig.Samtidig;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The borders between modules, as each package-info declares them. */
class BordersTest {
    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules modules = ApplicationModules.of(Samtidig.class);
        assertThat(modules.stream().map(it -> it.getIdentifier().toString()))
                .contains(
                        "platform",
                        "organisation",
                        "access",
                        "evidence",
                        "catalogue",
                        "learning",
                        "certificate",
                        "questionnaire",
                        "survey",
                        "interoperability",
                        "editorial");
        modules.verify();
    }

    @Test
    void a_burglar_is_caught() {
        assertThatThrownBy(() -> ApplicationModules.of("violation", (ImportOption) _ -> true)
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Burglar")
                .hasMessageContaining("cellar");
    }
}
