package no.samtidig.improvement.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/** The fictional units there are, from {@code content/fidelity/units.yaml}, read at start. Two of them stand together in a half-year. */
@Service
public class PracticeUnits {
    /** So many are rated in a half-year ({@code journey.md} section 4). */
    public static final int EACH_TIME = 2;

    private static final Path FILE = Path.of("content", "fidelity", "units.yaml");

    private final List<PracticeUnit> units = new ArrayList<>();

    /**
     * Reads the file.
     *
     * @throws no.samtidig.platform.StartProblem if it holds a mistake; it names them all
     */
    @Autowired
    PracticeUnits(Anchors anchors, ResourceLoader files, @Value("${samtidig.content:classpath:content/}") String root) {
        ContentProblems problems = new ContentProblems();
        problems.collect(() -> ContentFile.text(FILE, files.getResource(root + "fidelity/units.yaml")))
                .ifPresent(it -> read(it, anchors, problems));
        problems.stopIfAny();
    }

    /** Reads a text that is given; for whoever looks for its mistakes. */
    PracticeUnits(String text, Anchors anchors, ContentProblems problems) {
        read(text, anchors, problems);
    }

    private void read(String text, Anchors anchors, ContentProblems problems) {
        problems.collect(() -> YamlNode.read(FILE, 1, text).only("units")).ifPresent(root -> {
            problems.collect(() -> root.list("units")).ifPresent(all -> {
                Set<String> ids = new HashSet<>();
                all.forEach(it -> problems.collect(() -> unit(it, anchors, ids)).ifPresent(units::add));
                if (all.size() < EACH_TIME || all.size() % EACH_TIME != 0) {
                    problems.add(root.required("units")
                            .problem("there are " + all.size() + " units", "give pairs: two stand together"));
                }
            });
        });
    }

    private static PracticeUnit unit(YamlNode node, Anchors anchors, Set<String> ids) {
        node.only("id", "name", "text", "key");
        String id = node.text("id");
        if (!Slug.is(id) || !ids.add(id)) {
            throw node.problem("'" + id + "' is no id of its own", "use a–z, 0–9 and hyphen, and each id once");
        }
        YamlNode key = node.required("key")
                .only(anchors.whole().stream().map(Anchor::id).toArray(String[]::new));
        Map<String, PracticeUnit.Key> levels = new LinkedHashMap<>();
        for (Anchor it : anchors.whole()) {
            YamlNode one = key.required(it.id()).only("level", "nb", "nn");
            levels.put(it.id(), new PracticeUnit.Key(one.number("level", Anchor.LOWEST, Anchor.HIGHEST), both(one)));
        }
        return new PracticeUnit(
                id,
                both(node.required("name").only("nb", "nn")),
                both(node.required("text").only("nb", "nn")),
                levels);
    }

    private static LocalizedText both(YamlNode node) {
        return new LocalizedText(Map.of(Language.NB, node.text("nb"), Language.NN, node.text("nn")));
    }

    /** All of them. */
    public List<PracticeUnit> all() {
        return List.copyOf(units);
    }

    /** The two of a half-year. The pairs come in turn, and again from the first when all have been. */
    public List<PracticeUnit> of(HalfYear half) {
        int pair = half.number() % (units.size() / EACH_TIME);
        return List.copyOf(units.subList(pair * EACH_TIME, (pair + 1) * EACH_TIME));
    }
}
