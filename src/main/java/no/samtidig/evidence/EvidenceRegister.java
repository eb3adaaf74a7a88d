package no.samtidig.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.yaml.ContentProblems;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/** The claims and the studies behind them, read once at start. */
@Service
public class EvidenceRegister {
    private static final Pattern STUDY_ID = Pattern.compile("\\b([a-z]{3,})-((?:19|20)\\d\\d)(?:-[a-z]+)?\\b");

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
        for (YamlNode node : list(files, root, "evidence/studies.yaml", problems)) {
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
        String text = resource.getContentAsString(StandardCharsets.UTF_8);
        return problems.collect(
                        () -> YamlNode.read(Path.of("content", name), 1, text).list())
                .orElse(List.of());
    }

    private static Study study(YamlNode node) {
        YamlNode checked = node.required("verification");
        boolean authorsSeen = !checked.text("authors_seen").equals("none");
        String unit = node.optionalText("n_unit").orElse("");
        return new Study(
                node.text("id"),
                authorsSeen ? node.optionalText("authors") : Optional.empty(),
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
                        .map(EvidenceRegister::localized),
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

    /** The register's texts name other studies by id, such as smedslund-2011; a reader gets "Smedslund 2011". */
    static String withReferences(String text) {
        return STUDY_ID.matcher(text)
                .replaceAll(it -> Character.toUpperCase(it.group(1).charAt(0))
                        + it.group(1).substring(1)
                        + " "
                        + it.group(2));
    }

    private static LocalizedText localized(YamlNode node) {
        return new LocalizedText(Stream.of(Language.values())
                .filter(it -> node.optional(it.tag()).isPresent())
                .collect(Collectors.toMap(it -> it, it -> withReferences(node.text(it.tag())))));
    }
}
