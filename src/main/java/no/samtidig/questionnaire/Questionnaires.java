package no.samtidig.questionnaire;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** The questionnaires there are: files of the content, read at start, and what was published in the browser. */
@Service
public class Questionnaires {
    private final Map<String, Edition> content;
    private final QuestionnaireStore store;

    /**
     * Reads {@code questionnaires/*.yaml}.
     *
     * @throws no.samtidig.platform.StartProblem if they hold a mistake; it names them all
     */
    Questionnaires(QuestionnaireStore store, @Value("${samtidig.content:classpath:content/}") String root)
            throws IOException {
        this.store = store;
        this.content = files(root);
    }

    private static Map<String, Edition> files(String root) throws IOException {
        ContentProblems problems = new ContentProblems();
        Map<String, Edition> read = new TreeMap<>();
        for (Resource file : found(root)) {
            String name = String.valueOf(file.getFilename());
            Path path = Path.of("content", "questionnaires", name);
            String slug = name.substring(0, name.length() - ".yaml".length());
            problems.collect(() -> edition(slug, path, ContentFile.text(path, file)))
                    .ifPresent(it -> read.put(slug, it));
        }
        problems.stopIfAny();
        return read;
    }

    private static List<Resource> found(String root) throws IOException {
        try {
            return Arrays.asList(
                    new PathMatchingResourcePatternResolver().getResources(root + "questionnaires/*.yaml"));
        } catch (FileNotFoundException _) {
            return List.of();
        }
    }

    /** A file of the content says everything in both written languages; a draft may still be missing one. */
    static Edition edition(String slug, Path path, String text) {
        if (!Slug.is(slug) || Drafts.RESERVED.contains(slug)) {
            throw new ContentProblem(
                    path,
                    1,
                    "the file's name is no address",
                    "use a–z, 0–9 and hyphen, and none of " + Drafts.RESERVED);
        }
        Questionnaire questionnaire = QuestionnaireText.read(slug, path, text);
        YamlNode.read(path, 1, text).everyFields().forEach(it -> {
            boolean nb = said(it, "nb");
            boolean nn = said(it, "nn");
            boolean en = said(it, "en");
            if ((nb || nn || en) && !(nb && nn)) {
                throw it.problem(
                        "the text is not in " + (nb ? "nynorsk" : "bokmål"),
                        "write it under " + (nb ? "'nn'" : "'nb'"));
            }
        });
        return new Edition(questionnaire, QuestionnaireText.version(questionnaire), 1, Optional.empty());
    }

    private static boolean said(YamlNode node, String language) {
        return node.optionalText(language).filter(it -> !it.isEmpty()).isPresent();
    }

    /** What can be chosen for a round: the newest edition of each, but no fixtures; by title. */
    public List<Questionnaire> all() {
        return editions().stream().map(Edition::questionnaire).toList();
    }

    /** The same, with their versions. */
    public List<Edition> editions() {
        List<Edition> editions = new ArrayList<>(content.values());
        editions.removeIf(it -> it.questionnaire().fixture());
        store.newest().stream().filter(it -> !content.containsKey(it.slug())).forEach(editions::add);
        return editions.stream()
                .sorted(Comparator.comparing(
                        it -> it.questionnaire().title().in(Language.NB).value()))
                .toList();
    }

    /** The newest edition with this slug, if it can be chosen for a round. */
    public Optional<Questionnaire> newest(String slug) {
        return find(slug).filter(it -> !it.fixture());
    }

    /** The newest edition with this slug, a fixture too. */
    public Optional<Questionnaire> find(String slug) {
        return edition(slug).map(Edition::questionnaire);
    }

    /** The same, with its version. */
    public Optional<Edition> edition(String slug) {
        return Optional.ofNullable(content.get(slug)).or(() -> store.newest(slug));
    }

    /** Tiny ones that each show one feature. */
    public List<Questionnaire> fixtures() {
        return content.values().stream()
                .map(Edition::questionnaire)
                .filter(Questionnaire::fixture)
                .toList();
    }
}
