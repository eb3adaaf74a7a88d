package no.samtidig.improvement.agreement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Today's wording of the clauses ({@code content/gap/agreement.yaml}). Agreements that were made have their own. */
@Component
public class Clauses {
    private static final Path FILE = Path.of("content", "gap", "agreement.yaml");

    private final List<Clause> all;

    Clauses() throws IOException {
        String text = ContentFile.text(FILE, new ClassPathResource("content/gap/agreement.yaml"));
        this.all = YamlNode.read(FILE, 1, text).only("agreement").list("agreement").stream()
                .map(it -> it.only("id", "nb", "nn"))
                .map(it -> new Clause(
                        it.text("id"),
                        new LocalizedText(Map.of(Language.NB, it.text("nb"), Language.NN, it.text("nn")))))
                .toList();
    }

    /** In order. */
    public List<Clause> all() {
        return List.copyOf(all);
    }
}
