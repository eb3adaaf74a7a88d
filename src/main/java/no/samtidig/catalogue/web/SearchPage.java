package no.samtidig.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Search;
import no.samtidig.platform.Page;

/**
 * Searching, and what was found.
 *
 * @param text as typed
 * @param kinds the chosen filters; none for all
 * @param found empty before anything is searched for, and where the text is too long
 * @param modules to go to where nothing was found
 */
public record SearchPage(
        String text, Set<Search.Kind> kinds, Optional<Search.Found> found, List<KnowledgeModule> modules)
        implements Page {
    /** How many of a kind are shown before one asks for all of them. */
    static final int FIRST = 5;

    public SearchPage {
        kinds = Set.copyOf(kinds);
        modules = List.copyOf(modules);
    }

    @Override
    public int status() {
        return tooLong() ? 422 : 200;
    }

    public boolean tooLong() {
        return text.length() > Search.LONGEST;
    }

    /**
     * The hits of one kind.
     *
     * @param hits the first of them, or all if the kind was asked for
     * @param all how many there are
     */
    public record Section(Search.Kind kind, List<Search.Hit> hits, int all) {
        public Section {
            hits = List.copyOf(hits);
        }

        public boolean more() {
            return all > hits.size();
        }
    }

    /** The hits by kind, the kind with the best hit first. */
    public List<Section> sections() {
        return found.stream()
                .flatMap(it -> it.hits().stream().map(Search.Hit::kind).distinct())
                .map(this::section)
                .toList();
    }

    private Section section(Search.Kind kind) {
        List<Search.Hit> all = found.orElseThrow().hits().stream()
                .filter(it -> it.kind() == kind)
                .toList();
        return new Section(kind, kinds.isEmpty() ? all.subList(0, Math.min(FIRST, all.size())) : all, all.size());
    }

    /** The address of the same search with the filter put on, or taken off if it is on. */
    public String with(Search.Kind kind) {
        Set<Search.Kind> other = EnumSet.noneOf(Search.Kind.class);
        other.addAll(kinds);
        if (!other.remove(kind)) {
            other.add(kind);
        }
        return address(text, other);
    }

    public String only(Search.Kind kind) {
        return address(text, Set.of(kind));
    }

    public String withoutFilters() {
        return address(text, Set.of());
    }

    /** The address of a search for another word, with the same filters. */
    public String to(String other) {
        return address(other, kinds);
    }

    private static String address(String text, Set<Search.Kind> kinds) {
        Map<Search.Kind, String> codes = new EnumMap<>(Search.Kind.class);
        kinds.forEach(it -> codes.put(it, "&type=" + it.code()));
        return "/sok?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + String.join("", codes.values());
    }
}
