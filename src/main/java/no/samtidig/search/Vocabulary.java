package no.samtidig.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** Every word of the library in one language, and which of them a typed word may mean. Built once, then only read. */
final class Vocabulary {
    /** As it was typed, and the same word in the other written Norwegian. */
    private static final float SAME = 1f;

    private static final float OTHER_NORWEGIAN = 0.9f;
    private static final float BEGINNING = 0.6f;
    private static final float COMPOUND = 0.5f;

    /** No word is longer; more typed in one piece is no slip of the finger. */
    private static final int LONGEST_WORD = 40;

    /** A typed beginning may stand for this many words. */
    private static final int BEGINNINGS = 40;

    private final Language language;
    private final NavigableMap<String, Integer> words = new TreeMap<>();
    private final Set<String> stems = new TreeSet<>();
    private final Map<String, Set<String>> compounds = new HashMap<>();
    private final Map<String, Set<String>> bridge;

    /**
     * Gathers the words.
     *
     * @param bridge stem to stems in the other written Norwegian
     */
    Vocabulary(Language language, Collection<String> texts, Map<String, Set<String>> bridge) {
        this.language = language;
        this.bridge = bridge;
        for (String text : texts) {
            for (Token token : tokens(language, text)) {
                words.merge(token.word(), 1, Integer::sum);
                stems.add(token.stem());
            }
        }
        if (language != Language.EN) {
            words.keySet().forEach(this::takeApart);
        }
    }

    /**
     * One word of a text.
     *
     * @param word in lower case
     * @param stem without its ending
     * @param start where it begins in the text
     * @param end the first character after it
     */
    record Token(String word, String stem, int start, int end) {}

    static List<Token> tokens(Language language, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer(language).tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word =
                        text.substring(place.startOffset(), place.endOffset()).toLowerCase(Locale.ROOT);
                tokens.add(new Token(word, term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    static Analyzer analyzer(Language language) {
        return language == Language.EN ? Analyzers.ENGLISH : Analyzers.NORWEGIAN;
    }

    /** Words that say nothing of what a text is about. */
    static boolean small(String word) {
        return Analyzers.SMALL.contains(word);
    }

    /** Pairs of bokmål and nynorsk as stems, in both directions. */
    static Map<String, Set<String>> bridge(Stream<String> lines) {
        Map<String, Set<String>> bridge = new HashMap<>();
        lines.filter(it -> !it.startsWith("#") && !it.isBlank()).forEach(line -> {
            List<Token> pair = tokens(Language.NB, line);
            String bokmaal = pair.getFirst().stem();
            String nynorsk = pair.getLast().stem();
            if (!bokmaal.equals(nynorsk)) {
                bridge.computeIfAbsent(bokmaal, _ -> new TreeSet<>()).add(nynorsk);
                bridge.computeIfAbsent(nynorsk, _ -> new TreeSet<>()).add(bokmaal);
            }
        });
        return bridge;
    }

    /** Stems of this language that the typed word stands for, each with how much it counts (0 to 1). Empty if there are none. */
    Map<String, Float> meant(Token typed, boolean last) {
        Map<String, Float> meant = new LinkedHashMap<>();
        Set<String> others = bridge.getOrDefault(typed.stem(), Set.of());
        add(meant, typed.stem(), SAME);
        others.forEach(it -> add(meant, it, OTHER_NORWEGIAN));
        Stream.concat(Stream.of(typed.stem()), others.stream())
                .flatMap(it -> compounds.getOrDefault(it, Set.of()).stream())
                .forEach(it -> add(meant, it, COMPOUND));
        if (last && typed.word().length() >= 3) {
            words.tailMap(typed.word(), false).keySet().stream()
                    .takeWhile(it -> it.startsWith(typed.word()))
                    .limit(BEGINNINGS)
                    .forEach(it -> add(meant, stem(it), BEGINNING));
        }
        return meant;
    }

    private void add(Map<String, Float> meant, String stem, float weight) {
        if (stems.contains(stem)) {
            meant.merge(stem, weight, Math::max);
        }
    }

    /** Words a slip of the finger away: one edit from four letters on, two from eight on; the nearest first. */
    List<String> near(String typed) {
        return typed.length() < 4 ? List.of() : within(typed, typed.length() < 8 ? 1 : 2);
    }

    /** Words to suggest when nothing was found: up to two edits away, and the known parts of a compound. */
    List<String> suggestions(String typed) {
        Set<String> parts =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed());
        for (int i = 4; i <= Math.min(typed.length(), LONGEST_WORD) - 3; i++) {
            parts.addAll(Stream.of(typed.substring(0, i), typed.substring(i))
                    .filter(it -> it.length() >= 4 && words.containsKey(it) && !small(it))
                    .toList());
        }
        return Stream.concat(typed.length() < 4 ? Stream.of() : within(typed, 2).stream(), parts.stream())
                .distinct()
                .limit(4)
                .toList();
    }

    private List<String> within(String typed, int edits) {
        List<String> found = new ArrayList<>();
        if (typed.length() > LONGEST_WORD) {
            return found;
        }
        LevenshteinAutomata near = new LevenshteinAutomata(typed, true);
        for (int distance = 1; distance <= edits; distance++) {
            CharacterRunAutomaton automaton = new CharacterRunAutomaton(near.toAutomaton(distance));
            words.keySet().stream()
                    .filter(it -> it.length() >= 4 && Math.abs(it.length() - typed.length()) <= edits)
                    .filter(it -> !found.contains(it) && !small(it) && automaton.run(it))
                    .sorted(Comparator.comparing((String it) -> it.charAt(0) != typed.charAt(0))
                            .thenComparingInt(it -> -words.getOrDefault(it, 0))
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(found::add);
        }
        return found;
    }

    private String stem(String word) {
        return tokens(language, word).getFirst().stem();
    }

    /** Notes a compound under both its parts, when both are words of the library: rusbehandling under rus and behandling. */
    private void takeApart(String word) {
        for (int i = 3; i <= word.length() - 4; i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            if (words.containsKey(tail) && !small(tail)) {
                String first =
                        words.containsKey(head) ? head : head.matches(".{3,}[se]") ? head.substring(0, i - 1) : "";
                if (words.containsKey(first) && !small(first)) {
                    compounds.computeIfAbsent(stem(first), _ -> new TreeSet<>()).add(stem(word));
                    compounds.computeIfAbsent(stem(tail), _ -> new TreeSet<>()).add(stem(word));
                }
            }
        }
    }

    /** What makes words of a text. Lucene's analyzers are safe for many threads. */
    private static final class Analyzers {
        /** BOKMAAL | NYNORSK of Lucene's NorwegianLightStemmer, where the two constants cannot be reached. */
        private static final int BOKMAAL_AND_NYNORSK = 1 | 2;

        static final Analyzer NORWEGIAN = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(
                        words,
                        new NorwegianLightStemFilter(
                                new ScandinavianNormalizationFilter(new LowerCaseFilter(words)), BOKMAAL_AND_NYNORSK));
            }
        };
        static final Analyzer ENGLISH = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new KStemFilter(new LowerCaseFilter(words)));
            }
        };
        static final CharArraySet SMALL = small();

        private static CharArraySet small() {
            CharArraySet small = new CharArraySet(NorwegianAnalyzer.getDefaultStopSet(), true);
            small.addAll(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return CharArraySet.unmodifiableSet(small);
        }
    }
}
