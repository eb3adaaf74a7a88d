package no.samtidig.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.search.Findables.Kind;
import no.samtidig.search.Search;

/**
 * Searching, and what was found.
 *
 * @param text as typed
 * @param kinds what can be found, in the order to be shown
 * @param chosen the chosen filters, in the same order; none for all
 * @param found empty before anything is searched for, and where the text is too long
 */
public record SearchPage(String text, List<Kind> kinds, List<Kind> chosen, Optional<Search.Found> found)
        implements Page {
    /** How many of a kind are shown before one asks for all of them. */
    static final int FIRST = 5;

    public SearchPage {
        kinds = List.copyOf(kinds);
        chosen = List.copyOf(chosen);
    }

    /** What is wrong with what was typed: it may be too long. */
    public Trouble trouble() {
        return text.length() > Search.LONGEST
                ? Trouble.at("q", "search.too-long", Search.LONGEST, text.length())
                : Trouble.NONE;
    }

    @Override
    public int status() {
        return trouble().status();
    }

    /**
     * The hits of one kind.
     *
     * @param hits the first of them, or all if the kind was asked for
     * @param all how many there are
     */
    public record Section(Kind kind, List<Search.Hit> hits, int all) {
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

    private Section section(Kind kind) {
        List<Search.Hit> all = found.orElseThrow().hits().stream()
                .filter(it -> it.kind().equals(kind))
                .toList();
        return new Section(kind, chosen.isEmpty() ? all.subList(0, Math.min(FIRST, all.size())) : all, all.size());
    }

    /** The address of the same search with the filter put on, or taken off if it is on. */
    public String with(Kind kind) {
        return address(text, it -> chosen.contains(it) != it.equals(kind));
    }

    public String only(Kind kind) {
        return address(text, kind::equals);
    }

    public String withoutFilters() {
        return address(text, _ -> false);
    }

    /** The address of a search for another word, with the same filters. */
    public String to(String other) {
        return address(other, chosen::contains);
    }

    private String address(String words, Predicate<Kind> wanted) {
        return "/sok?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + kinds.stream().filter(wanted).map(it -> "&type=" + it.code()).collect(Collectors.joining());
    }
}
