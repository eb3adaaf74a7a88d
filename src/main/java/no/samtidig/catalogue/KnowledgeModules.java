package no.samtidig.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.samtidig.evidence.EvidenceRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The library: every module, in order, read once at start. */
@Service
public class KnowledgeModules {
    private final List<KnowledgeModule> modules;

    /**
     * Reads the library.
     *
     * @throws no.samtidig.platform.StartProblem if a text holds a mistake; it names them all
     */
    KnowledgeModules(EvidenceRegister evidence, @Value("${samtidig.content:classpath:content/}") String root)
            throws IOException {
        this.modules = List.copyOf(new LibraryReader(evidence, root).read());
    }

    /** All modules in order, unfinished ones too. */
    public List<KnowledgeModule> all() {
        return modules;
    }

    public Optional<KnowledgeModule> module(String slug) {
        return modules.stream().filter(it -> it.slug().equals(slug)).findFirst();
    }
}
