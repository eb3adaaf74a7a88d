package no.samtidig.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * The main menu as the frame draws it.
 *
 * @param words from the first to the last, at most {@link #MOST}
 */
public record Menu(List<Word> words) {
    /** The most words the menu may have: more are not read, and do not fit beside the name. */
    public static final int MOST = 5;

    public static final Menu EMPTY = new Menu(List.of());

    public Menu {
        words = List.copyOf(words);
        if (words.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " words: " + words);
        }
    }

    /**
     * One word: a page, or a place with its pages behind it.
     *
     * @param label what the reader sees
     * @param pages what it leads to, in order; at least one
     */
    public record Word(String label, List<View.Link> pages) {
        public Word {
            pages = List.copyOf(pages);
            if (pages.isEmpty()) {
                throw new IllegalArgumentException("a place without pages is not there: " + label);
            }
        }

        /** Whether the pages stand behind the word; else it is the page itself. */
        public boolean folded() {
            return pages.size() > 1;
        }

        private Word withFirstCalled(String overview) {
            View.Link first = pages.getFirst();
            if (!folded() || !first.label().equals(label)) {
                return this;
            }
            List<View.Link> renamed = new ArrayList<>(pages);
            renamed.set(0, new View.Link(first.name(), first.path(), overview));
            return new Word(label, renamed);
        }
    }

    /**
     * The menu of these places. Their pages stand side by side as long as there is room for them; of those there is no room for, the place
     * with the most pages is folded first. A place with one page is that page.
     */
    public static Menu of(List<Word> places) {
        List<Word> folded = new ArrayList<>();
        while (words(places, folded) > MOST) {
            Word largest = places.stream()
                    .filter(it -> it.folded() && !folded.contains(it))
                    .reduce((one, other) -> other.pages().size() >= one.pages().size() ? other : one)
                    .orElseThrow(() -> new IllegalArgumentException("more than " + MOST + " places: " + places));
            folded.add(largest);
        }
        return new Menu(places.stream()
                .flatMap(it -> folded.contains(it)
                        ? List.of(it).stream()
                        : it.pages().stream().map(page -> new Word(page.label(), List.of(page))))
                .toList());
    }

    /** The same, where the first page of a folded place that is called as the place itself is called otherwise: nothing stands twice. */
    public Menu withFirstCalled(String overview) {
        return new Menu(words.stream().map(it -> it.withFirstCalled(overview)).toList());
    }

    private static int words(List<Word> places, List<Word> folded) {
        return places.stream()
                .mapToInt(it -> folded.contains(it) ? 1 : it.pages().size())
                .sum();
    }
}
