package no.samtidig.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/** The claims and the studies behind them, read once at start. */
@Service
public class EvidenceRegister {
    private static final Pattern NAME = Pattern.compile("[\\w-]++");

    private final Map<String, String> references = new HashMap<>();

    private final Map<String, Study> studies = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();

    /**
     * Reads {@code evidence/studies.yaml} and {@code evidence/claims.yaml}.
     *
     * @throws no.samtidig.platform.StartProblem if they hold a mistake
     */
    EvidenceRegister(ResourceLoader files, @Value("${samtidig.content:classpath:content/}") String root)
            throws IOException {
        ContentProblems problems = new ContentProblems();
        List<YamlNode> register = list(files, root, "evidence/studies.yaml", problems);
        for (YamlNode node : register) {
            problems.collect(() -> reference(node)).ifPresent(it -> references.put(node.text("id"), it));
        }
        for (YamlNode node : register) {
            problems.collect(() -> study(node)).ifPresent(it -> studies.put(it.id(), it));
        }
        for (YamlNode node : list(files, root, "evidence/claims.yaml", problems)) {
            problems.collect(() -> claim(node)).ifPresent(it -> claims.put(it.id(), it));
        }
        problems.stopIfAny();
    }

    public Optional<Claim> claim(String id) {
        return Optional.ofNullable(claims.get(id));
    }

    public Collection<Claim> claims() {
        return claims.values();
    }

    public Optional<Study> study(String id) {
        return Optional.ofNullable(studies.get(id));
    }

    private static List<YamlNode> list(ResourceLoader files, String root, String name, ContentProblems problems)
            throws IOException {
        Resource resource = files.getResource(root + name);
        Path path = Path.of("content", name);
        return problems.collect(() ->
                        YamlNode.read(path, 1, ContentFile.text(path, resource)).list())
                .orElse(List.of());
    }

    private Study study(YamlNode node) {
        YamlNode checked = node.required("verification");
        String unit = node.optionalText("n_unit").orElse("");
        return new Study(
                node.text("id"),
                reference(node),
                authorsSeen(node) ? node.optionalText("authors") : Optional.empty(),
                node.optionalText("year"),
                node.text("title"),
                node.optionalText("source"),
                node.optionalText("doi").map(it -> "https://doi.org/" + it).or(() -> node.optionalText("url")),
                node.optionalText("design"),
                node.optionalText("country"),
                node.optionalText("n").map(it -> (it + " " + unit).strip()),
                localized(node.required("finding")),
                node.optional("excluded")
                        .filter(it -> it.fields().containsKey("nb"))
                        .map(this::localized),
                checked.text("confidence").equals("verified"));
    }

    private Claim claim(YamlNode node) {
        YamlNode certainty = node.required("certainty");
        return new Claim(
                node.text("id"),
                localized(node.required("claim")),
                named(node, "studies_for"),
                named(node, "studies_against_or_null"),
                named(node, "studies_partial"),
                node.required("link_notes").fields().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> sentence(it.getValue().text()))),
                Certainty.of(certainty.text("level"))
                        .orElseThrow(() -> certainty.problem(
                                "unknown certainty '" + certainty.text("level") + "'",
                                "use høy, moderat, lav or svært lav")),
                localized(certainty.required("why")),
                localized(node.required("applicability")),
                localized(node.required("suggested_wording")),
                node.date("assessed_on"),
                node.date("next_review"));
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + (note.endsWith(".") ? "" : ".");
    }

    private List<Study> named(YamlNode node, String field) {
        return node.list(field).stream().map(this::known).toList();
    }

    private Study known(YamlNode id) {
        Study study = studies.get(id.text());
        if (study == null) {
            throw id.problem("there is no study '" + id.text() + "'", "use an id from evidence/studies.yaml");
        }
        return study;
    }

    private static String reference(YamlNode study) {
        String id = study.text("id");
        String first = authorsSeen(study)
                ? study.optionalText("authors").orElse(id).split("[ ,]")[0]
                : Character.toUpperCase(id.charAt(0))
                        + id.substring(1, id.indexOf('-') < 0 ? id.length() : id.indexOf('-'));
        return study.optionalText("year").map(it -> first + " " + it).orElse(first);
    }

    private static boolean authorsSeen(YamlNode study) {
        return !study.required("verification").text("authors_seen").equals("none");
    }

    /** The register's texts name other studies by id, such as smedslund-2011; a reader gets "Smedslund 2011". */
    private String withReferences(String text) {
        return NAME.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(references.getOrDefault(it.group(), it.group())));
    }

    private LocalizedText localized(YamlNode node) {
        return new LocalizedText(Stream.of(Language.values())
                .filter(it -> node.optional(it.tag()).isPresent())
                .collect(Collectors.toMap(it -> it, it -> withReferences(node.text(it.tag())))));
    }
}
