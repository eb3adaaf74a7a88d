package no.samtidig.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/** What {@link Search} searches: every findable, its words and how they hang together. Made once, and never changed. */
final class SearchIndex {
    /** More different words than this say nothing more. */
    private static final int MOST_WORDS = 16;

    /** So many words that do not exist here are put right; where there are more, it is no slip of the finger. */
    private static final int MOST_SLIPS = 4;

    /** How many parts of a whole are shown. */
    private static final int MOST_PLACES = 3;

    private static final float TITLE = 2.5f;

    private final List<Findable> findables;
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);
    private final Map<String, Findable> owners = new HashMap<>();
    private final Map<String, List<Findable>> citing = new HashMap<>();
    private final IndexSearcher index;

    SearchIndex(List<Findable> findables) {
        this.findables = findables;
        Map<String, Set<String>> bridge = bridge();
        for (Language language : Language.values()) {
            List<String> texts = findables.stream()
                    .flatMap(it -> texts(it, language).stream())
                    .toList();
            vocabularies.put(language, new Vocabulary(language, texts, language == Language.EN ? Map.of() : bridge));
        }
        for (Findable findable : findables) {
            if (!findable.part()) {
                owners.put(findable.of(), findable);
            }
            findable.cites()
                    .forEach(it ->
                            citing.computeIfAbsent(it, _ -> new ArrayList<>()).add(findable));
        }
        try {
            this.index = index(findables);
        } catch (IOException impossible) { // it is written to memory
            throw new UncheckedIOException(impossible);
        }
    }

    /** Finds what the query says, with the reader's language first. */
    Search.Found find(Search.Query query, Language language) {
        Meaning meaning = new Meaning(language);
        List<Vocabulary.Token> typed = words(query.text(), language);
        typed.forEach(it -> meaning.add(it, it.equals(typed.getLast())));
        Map<String, List<Findable>> best = best(meaning);
        Map<Findables.Kind, Integer> counts = new HashMap<>();
        List<Search.Hit> hits = new ArrayList<>();
        best.forEach((of, found) -> {
            Findable owner = Objects.requireNonNull(owners.get(of));
            counts.merge(owner.kind(), 1, Integer::sum);
            if (query.kinds().isEmpty() || query.kinds().contains(owner.kind())) {
                hits.add(hit(owner, found, meaning));
            }
        });
        return new Search.Found(
                hits,
                counts,
                meaning.corrected,
                meaning.missing,
                best.isEmpty() ? suggestions(meaning) : List.of(),
                hits.isEmpty() ? entrances() : List.of());
    }

    private List<Search.Entrance> entrances() {
        return findables.stream()
                .filter(it -> it.kind().equals(findables.getFirst().kind()))
                .map(it -> new Search.Entrance(it.address(), it.title()))
                .toList();
    }

    /** What was typed as words, without those that say nothing unless there are no others. */
    private static List<Vocabulary.Token> words(String text, Language language) {
        Map<String, Vocabulary.Token> words = new LinkedHashMap<>();
        Vocabulary.tokens(language, text).forEach(it -> words.putIfAbsent(it.word(), it));
        List<Vocabulary.Token> telling = words.values().stream()
                .filter(it -> !Vocabulary.small(it.word()))
                .toList();
        return (telling.isEmpty() ? words.values() : telling)
                .stream().limit(MOST_WORDS).toList();
    }

    private List<String> suggestions(Meaning meaning) {
        Set<String> suggestions = new LinkedHashSet<>();
        for (String word : meaning.missing.subList(0, Math.min(2, meaning.missing.size()))) {
            for (Language language : order(meaning.reader)) {
                if (suggestions.isEmpty()) {
                    suggestions.addAll(vocabulary(language).suggestions(word));
                }
            }
        }
        return List.copyOf(suggestions);
    }

    private Vocabulary vocabulary(Language language) {
        return Objects.requireNonNull(vocabularies.get(language));
    }

    private static List<Language> order(Language reader) {
        return switch (reader) {
            case NB -> List.of(Language.NB, Language.NN, Language.EN);
            case NN -> List.of(Language.NN, Language.NB, Language.EN);
            case EN -> List.of(Language.EN, Language.NB, Language.NN);
        };
    }

    /** Which words of the library the typed words stand for. */
    private final class Meaning {
        private final Language reader;
        private final List<Query> clauses = new ArrayList<>();
        private final Map<Language, Set<String>> stems = new EnumMap<>(Language.class);
        private final Map<String, List<String>> corrected = new LinkedHashMap<>();
        private final List<String> missing = new ArrayList<>();

        Meaning(Language reader) {
            this.reader = reader;
        }

        void add(Vocabulary.Token typed, boolean last) {
            Map<Language, Map<String, Float>> meant = new EnumMap<>(Language.class);
            addWord(meant, typed.word(), last);
            if (none(meant) && corrected.size() + missing.size() < MOST_SLIPS) {
                for (Language language : order(reader)) {
                    if (none(meant)) {
                        List<String> near = vocabulary(language).near(typed.word()).stream()
                                .limit(3)
                                .toList();
                        near.forEach(it -> addWord(meant, it, false));
                        if (!near.isEmpty()) {
                            corrected.put(typed.word(), near);
                        }
                    }
                }
            }
            if (none(meant)) {
                missing.add(typed.word());
            } else {
                clauses.add(clause(meant));
            }
            meant.forEach((language, words) ->
                    stems.computeIfAbsent(language, _ -> new TreeSet<>()).addAll(words.keySet()));
        }

        /** Adds what the word stands for in each language. */
        private void addWord(Map<Language, Map<String, Float>> meant, String word, boolean last) {
            for (Language language : Language.values()) {
                Vocabulary.Token own = Vocabulary.tokens(language, word).getFirst();
                Map<String, Float> stems = meant.computeIfAbsent(language, _ -> new LinkedHashMap<>());
                vocabulary(language).meant(own, last).forEach((stem, weight) -> stems.merge(stem, weight, Math::max));
            }
        }

        Set<String> stems(Language language) {
            return stems.getOrDefault(language, Set.of());
        }

        private static boolean none(Map<Language, Map<String, Float>> meant) {
            return meant.values().stream().allMatch(Map::isEmpty);
        }

        private Query clause(Map<Language, Map<String, Float>> meant) {
            List<Query> fields = new ArrayList<>();
            meant.forEach((language, words) -> {
                if (!words.isEmpty()) {
                    float nearness = List.of(1f, 0.6f, 0.3f).get(order(reader).indexOf(language));
                    fields.add(new BoostQuery(any("title." + language.tag(), words), TITLE * nearness));
                    fields.add(new BoostQuery(any("text." + language.tag(), words), nearness));
                }
            });
            return new DisjunctionMaxQuery(fields, 0.1f);
        }

        private static Query any(String field, Map<String, Float> words) {
            SynonymQuery.Builder any = new SynonymQuery.Builder(field);
            words.forEach((word, weight) -> any.addTerm(new Term(field, new BytesRef(word)), weight));
            return any.build();
        }
    }

    /** What was found, the best first, gathered under what it belongs to. */
    private Map<String, List<Findable>> best(Meaning meaning) {
        Map<String, List<Findable>> best = new LinkedHashMap<>();
        int words = meaning.clauses.size();
        if (words > 0) {
            best.putAll(best(meaning, words <= 2 ? words : Math.ceilDiv(words * 7, 10)));
            if (best.isEmpty() && words > 1) {
                best.putAll(best(meaning, 1));
            }
        }
        return best;
    }

    private Map<String, List<Findable>> best(Meaning meaning, int least) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        meaning.clauses.forEach(it -> query.add(it, BooleanClause.Occur.SHOULD));
        Map<String, List<Findable>> best = new LinkedHashMap<>();
        try {
            for (ScoreDoc it : index.search(query.build(), findables.size()).scoreDocs) {
                Findable found = findables.get(it.doc);
                best.computeIfAbsent(found.of(), _ -> new ArrayList<>()).add(found);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return best;
    }

    private Search.Hit hit(Findable owner, List<Findable> found, Meaning meaning) {
        List<Search.Place> places = new ArrayList<>();
        found.stream()
                .filter(Findable::part)
                .limit(MOST_PLACES)
                .map(it -> new Search.Place(it.address(), Optional.empty(), title(it, meaning), why(it, meaning)))
                .forEach(places::add);
        citing.getOrDefault(owner.of(), List.of()).stream()
                .map(it -> new Search.Place(
                        it.address(),
                        Optional.of(Objects.requireNonNull(owners.get(it.of()))
                                .title()
                                .in(meaning.reader)),
                        plain(it.title().in(meaning.reader)),
                        Optional.empty()))
                .forEach(places::add);
        return new Search.Hit(
                owner.kind(),
                owner.address(),
                title(owner, meaning),
                found.contains(owner) ? why(owner, meaning) : Optional.empty(),
                places,
                owner.facts());
    }

    private static Excerpt plain(LocalizedText.Text text) {
        return Excerpt.whole(text.language(), text.value(), Set.of());
    }

    private static Excerpt title(Findable findable, Meaning meaning) {
        LocalizedText.Text title = findable.title().in(meaning.reader);
        return Excerpt.whole(title.language(), title.value(), meaning.stems(title.language()));
    }

    /** The passage that made it a hit: in the reader's language if the words stand there, else in the one where they do. */
    private static Optional<Excerpt> why(Findable findable, Meaning meaning) {
        return order(meaning.reader).stream()
                .filter(findable.passages()::containsKey)
                .map(it -> Excerpt.best(
                        it, Objects.requireNonNull(findable.passages().get(it)), meaning.stems(it)))
                .filter(Excerpt::marked)
                .findFirst();
    }

    private static List<String> texts(Findable findable, Language language) {
        List<String> texts = new ArrayList<>(findable.passages().getOrDefault(language, List.of()));
        Optional.ofNullable(findable.title().texts().get(language)).ifPresent(texts::add);
        return texts;
    }

    private static Map<String, Set<String>> bridge() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SearchIndex.class.getResourceAsStream("bokmaal-nynorsk.txt")),
                StandardCharsets.UTF_8))) {
            return Vocabulary.bridge(lines.lines());
        } catch (IOException impossible) { // it is packed with the class
            throw new UncheckedIOException(impossible);
        }
    }

    /** One document for each findable, in the same order; nothing is stored, since the findables are at hand. */
    private static IndexSearcher index(List<Findable> findables) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        Analyzer analyzer = new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return Vocabulary.analyzer(field.endsWith(".en") ? Language.EN : Language.NB);
            }
        };
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(memory, config)) {
            for (Findable it : findables) {
                Document document = new Document();
                it.title()
                        .texts()
                        .forEach((language, text) ->
                                document.add(new TextField("title." + language.tag(), text, Field.Store.NO)));
                it.passages()
                        .forEach((language, texts) -> texts.forEach(
                                text -> document.add(new TextField("text." + language.tag(), text, Field.Store.NO))));
                writer.addDocument(document);
            }
        }
        return new IndexSearcher(DirectoryReader.open(memory));
    }
}
