package no.samtidig.improvement.fidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/** The anchors there are, from {@code content/gap/anchors.yaml}, read at start. */
@Service
public class Anchors {
    /** So many anchors of the whole approach are rated. */
    public static final int WHOLE = 7;

    /** So many modules a unit rates at most. */
    public static final int MOST_MODULES = 2;

    private static final Path FILE = Path.of("content", "gap", "anchors.yaml");
    private static final List<Integer> DESCRIBED = List.of(1, 3, 5);

    private final Map<Integer, LocalizedText> levels = new TreeMap<>();
    private final List<Anchor> whole = new ArrayList<>();
    private final SequencedMap<String, List<Anchor>> modules = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * Reads the file.
     *
     * @throws no.samtidig.platform.StartProblem if it holds a mistake; it names them all
     */
    @Autowired
    Anchors(ResourceLoader files, @Value("${samtidig.content:classpath:content/}") String root) {
        ContentProblems problems = new ContentProblems();
        problems.collect(() -> ContentFile.text(FILE, files.getResource(root + "gap/anchors.yaml")))
                .ifPresent(it -> read(it, problems));
        problems.stopIfAny();
    }

    /** Reads a text that is given; for whoever looks for its mistakes. */
    Anchors(String text, ContentProblems problems) {
        read(text, problems);
    }

    private void read(String text, ContentProblems problems) {
        problems.collect(() -> YamlNode.read(FILE, 1, text).only("levels", "whole", "modules"))
                .ifPresent(root -> {
                    problems.collect(() -> described(root.required("levels"))).ifPresent(levels::putAll);
                    problems.collect(() -> root.list("whole")).ifPresent(all -> {
                        all.forEach(it -> problems.collect(() -> anchor(it)).ifPresent(whole::add));
                        if (all.size() != WHOLE) {
                            problems.add(root.required("whole")
                                    .problem("there are " + all.size() + " anchors", "give " + WHOLE));
                        }
                    });
                    problems.collect(() -> root.required("modules").fields())
                            .ifPresent(all -> all.forEach((module, node) -> module(module, node, problems)));
                });
    }

    private void module(String module, YamlNode node, ContentProblems problems) {
        List<Anchor> anchors = new ArrayList<>();
        problems.collect(node::list)
                .ifPresent(all ->
                        all.forEach(it -> problems.collect(() -> anchor(it)).ifPresent(anchors::add)));
        modules.put(module, List.copyOf(anchors));
    }

    private Anchor anchor(YamlNode node) {
        node.only("id", "name", "1", "3", "5");
        String id = node.text("id");
        if (!Slug.is(id)) {
            throw node.problem("'" + id + "' is no id", "use a–z, 0–9 and hyphen");
        }
        if (!ids.add(id)) {
            throw node.problem("there are two anchors '" + id + "'", "give each an id of its own");
        }
        return new Anchor(id, both(node.required("name")), described(node));
    }

    private static Map<Integer, LocalizedText> described(YamlNode node) {
        Map<Integer, LocalizedText> levels = new TreeMap<>();
        DESCRIBED.forEach(it -> levels.put(it, both(node.required(String.valueOf(it)))));
        return levels;
    }

    private static LocalizedText both(YamlNode node) throws ContentProblem {
        node.only("nb", "nn");
        return new LocalizedText(Map.of(Language.NB, node.text("nb"), Language.NN, node.text("nn")));
    }

    /** What 1, 3 and 5 are called; empty for those between. */
    public Optional<LocalizedText> word(int level) {
        return Optional.ofNullable(levels.get(level));
    }

    /** The seven of the whole approach, in order. */
    public List<Anchor> whole() {
        return List.copyOf(whole);
    }

    /** The modules that have anchors, in order. */
    public List<String> modules() {
        return List.copyOf(modules.keySet());
    }

    /** Those of one module; none where it has none. */
    public List<Anchor> of(String module) {
        return modules.getOrDefault(module, List.of());
    }

    /** What is rated where these modules are: the seven, and theirs. */
    public List<Anchor> rated(List<String> chosen) {
        List<Anchor> all = new ArrayList<>(whole);
        chosen.forEach(it -> all.addAll(of(it)));
        return all;
    }
}
