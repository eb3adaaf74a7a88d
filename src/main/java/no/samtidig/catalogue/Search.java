package no.samtidig.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import no.samtidig.evidence.Claim;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.code.Coded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Finding in the library and the evidence register. The index is made beside the start, on a thread of its own, so that the first
 * page does not wait for it; a search that comes earlier does. It lies in memory and never changes, so any number of threads may
 * search at once. What is typed is only ever words: nothing in it is a command.
 */
@Service
public class Search {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final CompletableFuture<SearchIndex> index;

    @Autowired
    Search(KnowledgeModules modules, EvidenceRegister evidence) {
        this(modules, evidence, it -> Thread.ofVirtual().name("search-index").start(it));
    }

    Search(KnowledgeModules modules, EvidenceRegister evidence, Executor beside) {
        this.index = CompletableFuture.supplyAsync(() -> new SearchIndex(modules, evidence), beside)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.error("There is no search: its index could not be made", failure);
                    }
                });
    }

    /** What can be found. */
    public enum Kind implements Coded {
        MODULE("modul"),
        LESSON("leksjon"),
        CLAIM("pastand");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it stands in addresses. */
        @Override
        public String code() {
            return code;
        }

        public static Optional<Kind> of(String code) {
            return Coded.of(Kind.class, code);
        }
    }

    /**
     * What somebody looks for.
     *
     * @param text as typed, at most {@link Search#LONGEST} characters
     * @param kinds which kinds to show; none for all
     */
    public record Query(String text, Set<Kind> kinds) {
        public Query {
            kinds = Set.copyOf(kinds);
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("longer than " + LONGEST);
            }
        }
    }

    /**
     * Something found, and why.
     *
     * @param address where it is read; empty for a claim, which is read where it is cited
     * @param title with the words marked
     * @param excerpt why it is a hit, where the title and the places do not say it
     * @param places the steps where it stands (lesson) or that cite it (claim)
     * @param claim the claim, if it is one
     */
    public record Hit(
            Kind kind,
            String address,
            Excerpt title,
            Optional<Excerpt> excerpt,
            List<Place> places,
            Optional<Claim> claim) {
        public Hit {
            places = List.copyOf(places);
        }
    }

    /**
     * A step.
     *
     * @param address of the step
     * @param in the lesson's title, where the hit itself is not the lesson
     * @param title of the step
     * @param excerpt from it, with the words marked
     */
    public record Place(String address, Optional<LocalizedText.Text> in, Excerpt title, Optional<Excerpt> excerpt) {}

    /**
     * The answer.
     *
     * @param hits of the wanted kinds, the best first
     * @param counts how many there are of each kind, wanted or not
     * @param corrected words that do not exist here, each with those that were searched for instead
     * @param missing words that nothing was found for
     * @param suggestions words that may have been meant, where nothing was found
     */
    public record Found(
            List<Hit> hits,
            Map<Kind, Integer> counts,
            Map<String, List<String>> corrected,
            List<String> missing,
            List<String> suggestions) {
        public Found {
            hits = List.copyOf(hits);
            counts = Map.copyOf(counts);
            corrected = Collections.unmodifiableMap(new LinkedHashMap<>(corrected));
            missing = List.copyOf(missing);
            suggestions = List.copyOf(suggestions);
        }

        /** How many there are of the kind, wanted or not. */
        public int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    /** Finds what the query says, with the reader's language first. */
    public Found find(Query query, Language language) {
        return index.join().find(query, language);
    }
}
