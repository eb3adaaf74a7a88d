package no.samtidig.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.samtidig.platform.Language;

/**
 * A piece of a text with the words that were searched for marked. It is plain text; the template escapes it.
 *
 * @param language what it is written in
 * @param pieces in order; together they are the excerpt
 */
public record Excerpt(Language language, List<Piece> pieces) {
    /** How much is shown of a longer text, in characters. */
    private static final int LENGTH = 170;

    /** What is shown before the first marked word, in characters. */
    private static final int BEFORE = 45;

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** Some words, marked or not. */
    public record Piece(String text, boolean marked) {}

    /** Whether any word is marked. */
    public boolean marked() {
        return pieces.stream().anyMatch(Piece::marked);
    }

    /** Without marks. */
    public String plain() {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }

    /** The whole text. */
    static Excerpt whole(Language language, String text, Set<String> stems) {
        return new Excerpt(language, marked(text, 0, text.length(), hits(language, text, stems)));
    }

    /** The part of the passages that says most of what was searched for; the first passage if none says anything. */
    static Excerpt best(Language language, List<String> passages, Set<String> stems) {
        String text = passages.isEmpty() ? "" : passages.getFirst();
        List<Vocabulary.Token> hits = List.of();
        int start = 0;
        int most = 0;
        for (String passage : passages) {
            List<Vocabulary.Token> here = hits(language, passage, stems);
            for (int i = 0; i < here.size(); i++) {
                int from = here.get(i).start();
                Set<String> different = new TreeSet<>();
                int marks = 0;
                for (int j = i; j < here.size() && here.get(j).end() <= from + LENGTH - BEFORE; j++) {
                    different.add(here.get(j).stem());
                    marks++;
                }
                int says = different.size() * 10 + Math.min(marks, 9);
                if (says > most) {
                    most = says;
                    text = passage;
                    hits = here;
                    start = from;
                }
            }
        }
        return cut(language, text, start, hits);
    }

    private static Excerpt cut(Language language, String text, int first, List<Vocabulary.Token> hits) {
        int from = text.length() <= LENGTH
                ? 0
                : wordStart(text, Math.max(0, Math.min(first - BEFORE, text.length() - LENGTH)));
        int to = wordEnd(text, Math.min(text.length(), from + LENGTH), from);
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("… ", false));
        }
        pieces.addAll(marked(text, from, to, hits));
        if (to < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return new Excerpt(language, pieces);
    }

    private static int wordStart(String text, int at) {
        if (at == 0) {
            return 0;
        }
        int space = text.indexOf(' ', at - 1);
        return space < 0 || space > at + 30 ? at : space + 1;
    }

    private static int wordEnd(String text, int at, int from) {
        if (at == text.length()) {
            return at;
        }
        int space = text.lastIndexOf(' ', at);
        return space <= from ? at : space;
    }

    private static List<Vocabulary.Token> hits(Language language, String text, Set<String> stems) {
        return Vocabulary.tokens(language, text).stream()
                .filter(it -> stems.contains(it.stem()))
                .toList();
    }

    private static List<Piece> marked(String text, int from, int to, List<Vocabulary.Token> hits) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Vocabulary.Token hit : hits) {
            if (hit.start() >= at && hit.end() <= to) {
                if (hit.start() > at) {
                    pieces.add(new Piece(text.substring(at, hit.start()), false));
                }
                pieces.add(new Piece(text.substring(hit.start(), hit.end()), true));
                at = hit.end();
            }
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return pieces;
    }
}
