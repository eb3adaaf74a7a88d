package no.samtidig.improvement.instrument;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.yaml.ContentFile;
import no.samtidig.platform.yaml.ContentProblems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/**
 * The GAP instrument: areas and statements in the order of the way through a unit, which never changes within a round. Source: journey.md
 * section 2 and appendix A. A statement whose meaning changes is another statement with another id.
 */
@Service
public class Instrument {
    static final String FILE = "gap/instrument.yaml";

    private final Read read;

    /**
     * Reads {@code gap/instrument.yaml}.
     *
     * @throws no.samtidig.platform.StartProblem if it holds a mistake; it names them all
     */
    Instrument(
            ResourceLoader files,
            EvidenceRegister evidence,
            KnowledgeModules modules,
            @Value("${samtidig.content:classpath:content/}") String root) {
        Path path = Path.of("content", FILE);
        ContentProblems problems = new ContentProblems();
        InstrumentReader reader = new InstrumentReader(problems, new Library(evidence, modules));
        Optional<Read> found =
                problems.collect(() -> reader.read(path, ContentFile.text(path, files.getResource(root + FILE))));
        problems.stopIfAny();
        this.read = found.orElseThrow();
    }

    /** What the file holds. */
    record Read(
            List<Area> areas,
            Map<String, LocalizedText> recommendations,
            Set<String> unchecked,
            List<Statement> statements,
            Form form,
            Confidence confidence,
            Council council) {
        Read {
            areas = List.copyOf(areas);
            recommendations = Map.copyOf(recommendations);
            unchecked = Set.copyOf(unchecked);
            statements = List.copyOf(statements);
        }
    }

    /**
     * How sure somebody is to do what an area is about: asked once for each area, 0 to 10. Never shown of one person.
     *
     * @param low what 0 means
     * @param high what 10 means
     */
    public record Confidence(LocalizedText text, LocalizedText low, LocalizedText high) {}

    /**
     * What stands around the statements in the form.
     *
     * @param introduction Markdown
     * @param how how to answer, Markdown
     * @param worksAs what one works as, which decides the statements one gets
     * @param groups what can be answered to it; the ids are those of {@link no.samtidig.survey.StaffGroup}
     */
    public record Form(
            LocalizedText title,
            LocalizedText introduction,
            LocalizedText how,
            LocalizedText worksAs,
            LocalizedText worksAsHint,
            List<Group> groups) {
        public Form {
            groups = List.copyOf(groups);
        }

        /** One possible answer to what one works as. */
        public record Group(String id, LocalizedText text) {}
    }

    /** The areas, in order. */
    public List<Area> areas() {
        return read.areas();
    }

    public Optional<Area> area(String id) {
        return read.areas().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** All statements, in order. */
    public List<Statement> statements() {
        return read.statements();
    }

    /** The statements of an area, in order. */
    public List<Statement> statements(Area area) {
        return read.statements().stream().filter(it -> it.area().equals(area)).toList();
    }

    /** The statements of the short form, in order. */
    public List<Statement> brief() {
        return read.statements().stream().filter(Statement::brief).toList();
    }

    public Optional<Statement> statement(String id) {
        return read.statements().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Form form() {
        return read.form();
    }

    public Confidence confidence() {
        return read.confidence();
    }

    public Council council() {
        return read.council();
    }

    /** What statements rest on besides the register: guidelines and rules, by id. Told by name; each is opened again before it is linked to. */
    public Map<String, LocalizedText> recommendations() {
        return read.recommendations();
    }

    /** What may be told of one: nothing where nobody has opened it to see that it stands and says so. */
    public Optional<LocalizedText> told(String recommendation) {
        return read.unchecked().contains(recommendation)
                ? Optional.empty()
                : Optional.ofNullable(read.recommendations().get(recommendation));
    }
}
