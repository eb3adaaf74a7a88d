package no.samtidig.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Finding in all that the modules give. The index is made when the application is ready, on a thread of its own, so that neither the
 * start nor the first page waits for it; a search that comes earlier does. It lies in memory and never changes, so any number of
 * threads may search at once. What is typed is only ever words: nothing in it is a command.
 */
@Service
public class Search {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final List<Findables> findables;
    private final Executor beside;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<SearchIndex> made = new CompletableFuture<>();
    private final CompletableFuture<SearchIndex> index = made.whenComplete((_, failure) -> {
        if (failure != null) {
            LOG.error("There is no search: its index could not be made", failure);
        }
    });

    @Autowired
    Search(List<Findables> findables) {
        this(findables, it -> Thread.ofVirtual().name("search-index").start(it));
    }

    Search(List<Findables> findables, Executor beside) {
        this.findables = findables;
        this.beside = beside;
    }

    /**
     * What somebody looks for.
     *
     * @param text as typed, at most {@link Search#LONGEST} characters
     * @param kinds which kinds to show; none for all
     */
    public record Query(String text, Set<Findables.Kind> kinds) {
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
     * @param address where it is read; empty for what is read where it is cited
     * @param title with the words marked
     * @param excerpt why it is a hit, where the title and the places do not say it
     * @param places its parts where it stands, or the places that cite it
     * @param facts what is said of it beside the text
     */
    public record Hit(
            Findables.Kind kind,
            String address,
            Excerpt title,
            Optional<Excerpt> excerpt,
            List<Place> places,
            List<Sentence> facts) {
        public Hit {
            places = List.copyOf(places);
            facts = List.copyOf(facts);
        }

        /** Whether it has no page of its own, and is read where it is cited. */
        public boolean cited() {
            return address.isEmpty();
        }
    }

    /**
     * A part of something, such as a step.
     *
     * @param address of the part
     * @param in title of what it is a part of, where that is not the hit itself
     * @param title of the part
     * @param excerpt from it, with the words marked
     */
    public record Place(String address, Optional<LocalizedText.Text> in, Excerpt title, Optional<Excerpt> excerpt) {}

    /**
     * Somewhere to go instead.
     *
     * @param address of it
     * @param title of it
     */
    public record Entrance(String address, LocalizedText title) {}

    /**
     * The answer.
     *
     * @param hits of the wanted kinds, the best first
     * @param counts how many there are of each kind, wanted or not
     * @param corrected words that do not exist here, each with those that were searched for instead
     * @param missing words that nothing was found for
     * @param suggestions words that may have been meant, where nothing was found
     * @param entrances where to look, where nothing was found: all of the first kind
     */
    public record Found(
            List<Hit> hits,
            Map<Findables.Kind, Integer> counts,
            Map<String, List<String>> corrected,
            List<String> missing,
            List<String> suggestions,
            List<Entrance> entrances) {
        public Found {
            hits = List.copyOf(hits);
            counts = Map.copyOf(counts);
            corrected = Collections.unmodifiableMap(new LinkedHashMap<>(corrected));
            missing = List.copyOf(missing);
            suggestions = List.copyOf(suggestions);
            entrances = List.copyOf(entrances);
        }

        /** How many there are of the kind, wanted or not. */
        public int count(Findables.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    /** What can be found, in the order to be shown. */
    public List<Findables.Kind> kinds() {
        return findables.stream().flatMap(it -> it.kinds().stream()).toList();
    }

    /** Finds what the query says, with the reader's language first. */
    public Found find(Query query, Language language) {
        begin();
        return index.join().find(query, language);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (begun.compareAndSet(false, true)) {
            var _ = made.completeAsync(this::make, beside);
        }
    }

    private SearchIndex make() {
        return new SearchIndex(
                findables.stream().flatMap(it -> it.all().stream()).toList());
    }
}
