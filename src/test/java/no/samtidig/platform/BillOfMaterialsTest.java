package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar says under which licences it passes on what others made. */
class BillOfMaterialsTest {
    @Test
    void what_the_browser_gets_is_named_with_its_licence() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/META-INF/sbom/browser.cdx.json"))) {
            JsonNode components = new JsonMapper().readTree(in).path("components");
            assertThat(components)
                    .extracting(it -> it.path("name").asString())
                    .contains("htmx.org", "idb", "@digdir/designsystemet-css");
            assertThat(components)
                    .allMatch(it -> !it.path("licenses")
                            .path(0)
                            .path("expression")
                            .asString("")
                            .isEmpty());
        }
    }
}
