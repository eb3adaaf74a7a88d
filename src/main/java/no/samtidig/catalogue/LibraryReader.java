package no.samtidig.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads every module folder. Collects all mistakes before it gives up, so that an author sees them at once. */
final class LibraryReader {
    private final EvidenceRegister evidence;
    private final String root;
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private final ContentProblems problems = new ContentProblems();

    LibraryReader(EvidenceRegister evidence, String root) {
        this.evidence = evidence;
        this.root = root;
    }

    List<KnowledgeModule> read() throws IOException {
        List<KnowledgeModule> modules = new ArrayList<>();
        Material.Shared shared = new SharedReader(this::found, problems).read();
        for (Resource file : files.getResources(root + "modules/*/module.yaml")) {
            String[] parts = file.getURL().getPath().split("/");
            String slug = parts[parts.length - 2];
            Path name = Path.of("content", "modules", slug, "module.yaml");
            Map<String, Drawing> drawings = drawings(slug);
            Map<String, Map<Language, Lesson>> lessons = lessons(slug, drawings, shared);
            problems.collect(
                            () -> module(slug, YamlNode.read(name, 1, ContentFile.text(name, file)), lessons, drawings))
                    .ifPresent(modules::add);
        }
        problems.stopIfAny();
        return modules.stream()
                .sorted(Comparator.comparingInt(KnowledgeModule::order))
                .toList();
    }

    private Map<String, Drawing> drawings(String slug) throws IOException {
        Map<String, Drawing> drawings = new HashMap<>();
        for (Resource file : found("modules/" + slug + "/**/*.svg")) {
            String name = String.valueOf(file.getFilename());
            Path path = Path.of("content", "modules", slug, name);
            problems.collect(() -> drawing(path, file)).ifPresent(it -> drawings.put(name, it));
        }
        return drawings;
    }

    private static Drawing drawing(Path path, Resource file) {
        try {
            return Drawing.of(ContentFile.text(path, file));
        } catch (IllegalArgumentException refusal) {
            throw new ContentProblem(
                    path, 1, String.valueOf(refusal.getMessage()), "draw it with shapes, words and classes only");
        }
    }

    private Map<String, Map<Language, Lesson>> lessons(
            String module, Map<String, Drawing> drawings, Material.Shared shared) {
        Set<String> films = Arrays.stream(found("films/" + module + "/*"))
                .map(it -> String.valueOf(it.getFilename()))
                .collect(Collectors.toSet());
        Material material = new Material(evidence, drawings, films, shared);
        Map<String, Map<Language, Lesson>> lessons = new HashMap<>();
        for (Resource file : inOrderOfLanguages(found("modules/" + module + "/lessons/*.md"))) {
            String fileName = String.valueOf(file.getFilename());
            Path path = Path.of("content", "modules", module, "lessons", fileName);
            String[] parts = fileName.split("\\.");
            Optional<Language> language = parts.length == 3 ? Language.of(parts[1]) : Optional.empty();
            if (language.isEmpty()) {
                problems.add(new ContentProblem(path, 1, "the file name says no language", "call it <address>.nb.md"));
                continue;
            }
            Map<Language, Lesson> translations = lessons.computeIfAbsent(parts[0], _ -> new EnumMap<>(Language.class));
            Lesson original = translations.values().stream().findFirst().orElse(null);
            problems.collect(() -> ContentFile.text(path, file))
                    .flatMap(text ->
                            new LessonReader(path, language.get(), material, original, problems).read(parts[0], text))
                    .flatMap(it -> problems.collect(() -> Translation.checked(path, original, it)))
                    .ifPresent(it -> translations.put(it.language(), it));
        }
        return lessons;
    }

    /** Bokmål first where there is one: it is what the others are translations of. */
    private static List<Resource> inOrderOfLanguages(Resource[] files) {
        return Arrays.stream(files)
                .sorted(Comparator.comparingInt(it -> {
                    String name = String.valueOf(it.getFilename());
                    return name.endsWith(".nb.md") ? 0 : name.endsWith(".nn.md") ? 1 : 2;
                }))
                .toList();
    }

    private Resource[] found(String pattern) {
        try {
            return Arrays.stream(files.getResources(root + pattern))
                    .sorted(Comparator.comparing(it -> String.valueOf(it.getFilename())))
                    .toArray(Resource[]::new);
        } catch (IOException _) {
            return new Resource[0];
        }
    }

    private KnowledgeModule module(
            String slug, YamlNode node, Map<String, Map<Language, Lesson>> lessons, Map<String, Drawing> drawings) {
        node.only("order", "status", "title", "lead", "planned", "lessons", "moved");
        boolean finished =
                switch (node.text("status")) {
                    case "published" -> true;
                    case "planned" -> false;
                    default -> throw node.required("status").problem("unknown status", "write published or planned");
                };
        List<KnowledgeModule.Translations> listed = new ArrayList<>();
        for (YamlNode it : node.optionalList("lessons")) {
            Map<Language, Lesson> translations = lessons.get(it.text());
            if (translations == null) {
                throw it.problem(
                        "there is no lesson '" + it.text() + "' that can be read",
                        "write lessons/" + it.text() + ".nb.md, or mend the mistakes told for it");
            }
            listed.add(new KnowledgeModule.Translations(it.text(), translations));
        }
        Set<String> known =
                listed.stream().map(KnowledgeModule.Translations::slug).collect(Collectors.toSet());
        lessons.keySet().stream().filter(it -> !known.contains(it)).findFirst().ifPresent(forgotten -> {
            throw node.problem("the lesson '" + forgotten + "' is in no list", "add it under lessons");
        });
        if (finished == listed.isEmpty()) {
            throw node.problem(
                    "a published module has lessons, a planned one has none", "change status, or the list of lessons");
        }
        Drawing cover = drawings.get("cover.svg");
        if (cover == null) {
            throw node.problem("the module has no cover", "draw cover.svg beside module.yaml");
        }
        return new KnowledgeModule(
                slug,
                node.number("order", 1, 99),
                finished,
                cover,
                localized(node.required("title")),
                localized(node.required("lead")),
                node.optionalList("planned").stream()
                        .map(LibraryReader::localized)
                        .toList(),
                List.copyOf(listed),
                node.optionalList("moved").stream().map(it -> moved(it, known)).toList());
    }

    private static KnowledgeModule.Moved moved(YamlNode node, Set<String> lessons) {
        node.only("from", "to", "addresses");
        if (!lessons.contains(node.text("to"))) {
            throw node.required("to")
                    .problem("there is no lesson '" + node.text("to") + "'", "name a lesson of this module");
        }
        return new KnowledgeModule.Moved(
                node.text("from"),
                node.text("to"),
                node.list("addresses").stream().map(YamlNode::text).collect(Collectors.toSet()));
    }

    private static LocalizedText localized(YamlNode node) {
        node.only("nb", "nn", "en");
        return new LocalizedText(Stream.of(Language.values())
                .filter(it -> node.optional(it.tag()).isPresent())
                .collect(Collectors.toMap(it -> it, it -> node.text(it.tag()))));
    }
}
