package no.samtidig.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;

/**
 * The check list of a questionnaire: what stops it from being published, and what is worth another look. It reads words, not meaning: what
 * it finds under {@link Severity#LOOK} is for a person to judge.
 */
public final class QuestionnaireCheck {
    /** Words a reader takes in a minute, and seconds an answer takes. */
    private static final int WORDS_A_MINUTE = 180;

    private static final int SECONDS_A_RATING = 5;
    private static final int SECONDS_A_CHOICE = 10;
    private static final int SECONDS_A_TEXT = 60;

    /** Above this a text is harder than interface and questions should be. */
    private static final int HARD = 40;

    /** Shorter texts have no LIX worth telling: one long word decides it. */
    private static final int WORDS_FOR_LIX = 10;

    private static final int LONG_QUESTION = 30;

    /** So many combinations of answers are tried before a rule is called impossible; with more it is not judged. */
    private static final int TRIED = 4096;

    private static final List<Language> BOTH = List.of(Language.NB, Language.NN);

    private QuestionnaireCheck() {}

    /** How much a finding weighs. */
    public enum Severity {
        /** It cannot be published. */
        STOPS,
        /** Somebody should look, and may let it stand. */
        LOOK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be found. The words stand under {@code questionnaires.check.<code>}. */
    public enum Kind {
        NO_QUESTION(Severity.STOPS),
        /** {0} language. */
        MISSING_LANGUAGE(Severity.STOPS),
        NO_TEXT(Severity.STOPS),
        /** {0} the label. */
        SAME_LABEL(Severity.STOPS),
        NEVER_SHOWN(Severity.STOPS),
        NEVER_REQUIRED(Severity.LOOK),
        EMPTY_PAGE(Severity.LOOK),
        LOPSIDED(Severity.LOOK),
        /** {0} the words. */
        DOUBLE(Severity.LOOK),
        /** {0} the words. */
        NEGATED_TWICE(Severity.LOOK),
        /** {0} the words. */
        LEADING(Severity.LOOK),
        /** {0} words. */
        LONG(Severity.LOOK),
        /** {0} LIX, {1} language. */
        HARD(Severity.LOOK),
        /** {0} LIX, {1} language. */
        HARD_WHOLE(Severity.LOOK),
        /** {0} minutes told, {1} minutes worked out. */
        MINUTES(Severity.LOOK),
        /** {0} required, {1} questions. */
        MUCH_REQUIRED(Severity.LOOK);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something found.
     *
     * @param item where; empty where it is about title, introduction or the whole
     * @param excerpt the text it is about, shortened; empty where it is about no one text
     * @param details what the sentence about it needs, in the order {@link Kind} says
     */
    public record Finding(Kind kind, Optional<String> item, String excerpt, List<String> details) {
        public Finding {
            details = List.copyOf(details);
        }

        public Severity severity() {
            return kind.severity;
        }

        public boolean stops() {
            return kind.severity == Severity.STOPS;
        }
    }

    /** Everything found, what stops it first, then in the order of the questionnaire. */
    public static List<Finding> of(Questionnaire questionnaire) {
        List<Finding> found = new ArrayList<>();
        whole(questionnaire, found);
        text(null, questionnaire.title(), false, found);
        text(null, questionnaire.introduction(), false, found);
        for (Item item : questionnaire.items()) {
            item(questionnaire, item, found);
        }
        return found.stream()
                .sorted(java.util.Comparator.comparing(Finding::severity))
                .toList();
    }

    /** Minutes it takes somebody who meets everything, rounded up. */
    public static int minutes(Questionnaire questionnaire) {
        int words = Stream.concat(
                        Stream.of(questionnaire.title(), questionnaire.introduction()),
                        questionnaire.items().stream().flatMap(QuestionnaireCheck::texts))
                .mapToInt(it -> words(plain(it.in(Language.NB).value())).size())
                .sum();
        int seconds = questionnaire.questions().stream()
                .mapToInt(QuestionnaireCheck::seconds)
                .sum();
        return Math.max(1, (int) Math.ceil(words / (double) WORDS_A_MINUTE + seconds / 60.0));
    }

    private static int seconds(Item.Question question) {
        return switch (question) {
            case Item.LikertGrid it -> SECONDS_A_RATING * it.rows().size();
            case Item.Frequency _, Item.Importance _, Item.Slider _ -> SECONDS_A_RATING;
            case Item.SingleChoice _, Item.MultipleChoice _, Item.NumberQuestion _ -> SECONDS_A_CHOICE;
            case Item.ShortText _, Item.LongText _ -> SECONDS_A_TEXT;
        };
    }

    private static void whole(Questionnaire questionnaire, List<Finding> found) {
        List<Item.Question> questions = questionnaire.questions();
        if (questions.isEmpty()) {
            found.add(new Finding(Kind.NO_QUESTION, Optional.empty(), "", List.of()));
        }
        int minutes = minutes(questionnaire);
        int apart = Math.abs(minutes - questionnaire.minutes());
        if (!questions.isEmpty() && apart >= 2 && apart > 0.3 * questionnaire.minutes()) {
            found.add(new Finding(
                    Kind.MINUTES,
                    Optional.empty(),
                    "",
                    List.of(String.valueOf(questionnaire.minutes()), String.valueOf(minutes))));
        }
        long required = questions.stream()
                .filter(it -> it.required().equals(Condition.ALWAYS))
                .count();
        if (required >= 3 && required * 2 > questions.size()) {
            found.add(new Finding(
                    Kind.MUCH_REQUIRED,
                    Optional.empty(),
                    "",
                    List.of(String.valueOf(required), String.valueOf(questions.size()))));
        }
        for (Language language : BOTH) {
            String all = Stream.concat(
                            Stream.of(questionnaire.title(), questionnaire.introduction()),
                            questionnaire.items().stream().flatMap(QuestionnaireCheck::texts))
                    .flatMap(it -> Stream.ofNullable(it.texts().get(language)))
                    .map(QuestionnaireCheck::plain)
                    .map(it -> it.matches("(?s).*[.?!:]\\s*") ? it : it + ".")
                    .collect(Collectors.joining("\n"));
            int lix = lix(all);
            if (lix > HARD && words(all).size() >= 100) {
                found.add(new Finding(
                        Kind.HARD_WHOLE, Optional.empty(), "", List.of(String.valueOf(lix), language.tag())));
            }
        }
        List<Questionnaire.Sheet> sheets = questionnaire.sheets();
        sheets.stream()
                .filter(it -> it.items().isEmpty())
                .flatMap(it -> it.start().stream())
                .forEach(it -> found.add(new Finding(Kind.EMPTY_PAGE, Optional.of(it.code()), "", List.of())));
    }

    private static void item(Questionnaire questionnaire, Item item, List<Finding> found) {
        text(item, item.text(), item instanceof Item.Question, found);
        rules(questionnaire, item, found);
        if (!(item instanceof Item.Question question)) {
            return;
        }
        question.hint().ifPresent(it -> text(item, it, false, found));
        switch (question) {
            case Item.SingleChoice it -> options(item, it.options(), found);
            case Item.MultipleChoice it -> options(item, it.options(), found);
            case Item.LikertGrid it -> {
                it.points().forEach(point -> text(item, point, false, found));
                same(item, it.points(), found);
                lopsided(it, found);
                it.rows().forEach(row -> text(item, row.text(), true, found));
                same(item, it.rows().stream().map(Item.Row::text).toList(), found);
            }
            case Item.Slider it -> {
                text(item, it.low(), false, found);
                text(item, it.high(), false, found);
            }
            case Item.NumberQuestion it -> {
                LocalizedText unit = it.unit();
                if (unit != null) {
                    text(item, unit, false, found);
                }
            }
            case Item.Frequency _, Item.Importance _, Item.ShortText _, Item.LongText _ -> {}
        }
    }

    private static void options(Item item, List<Item.Option> options, List<Finding> found) {
        options.forEach(it -> text(item, it.text(), false, found));
        same(item, options.stream().map(Item.Option::text).toList(), found);
    }

    /** Every text of an item. */
    private static Stream<LocalizedText> texts(Item item) {
        Stream<LocalizedText> more =
                switch (item) {
                    case Item.Page _, Item.Information _ -> Stream.of();
                    case Item.SingleChoice it -> it.options().stream().map(Item.Option::text);
                    case Item.MultipleChoice it -> it.options().stream().map(Item.Option::text);
                    case Item.LikertGrid it ->
                        Stream.concat(it.points().stream(), it.rows().stream().map(Item.Row::text));
                    case Item.Slider it -> Stream.of(it.low(), it.high());
                    case Item.NumberQuestion it -> Stream.ofNullable(it.unit());
                    case Item.Frequency _, Item.Importance _, Item.ShortText _, Item.LongText _ -> Stream.of();
                };
        Stream<LocalizedText> hint = item instanceof Item.Question question ? question.hint().stream() : Stream.of();
        return Stream.of(Stream.of(item.text()), hint, more).flatMap(it -> it);
    }

    // ---- one text

    /** @param asks whether it is a question or a statement to rate, so that how it is asked matters */
    private static void text(
            @org.jspecify.annotations.Nullable Item item, LocalizedText text, boolean asks, List<Finding> found) {
        Optional<String> where = Optional.ofNullable(item).map(Item::code);
        List<Language> there = BOTH.stream()
                .filter(it -> !text.texts().getOrDefault(it, "").isBlank())
                .toList();
        if (there.isEmpty()) {
            found.add(new Finding(Kind.NO_TEXT, where, "", List.of()));
        }
        if (there.size() == 1) {
            Language missing = there.getFirst() == Language.NB ? Language.NN : Language.NB;
            found.add(new Finding(
                    Kind.MISSING_LANGUAGE,
                    where,
                    excerpt(text.in(there.getFirst()).value()),
                    List.of(missing.tag())));
        }
        Set<Kind> told = new HashSet<>();
        for (Language language : there) {
            String plain = plain(text.in(language).value());
            if (words(plain).size() >= WORDS_FOR_LIX && lix(plain) > HARD && told.add(Kind.HARD)) {
                found.add(new Finding(
                        Kind.HARD, where, excerpt(plain), List.of(String.valueOf(lix(plain)), language.tag())));
            }
            if (asks) {
                wording(plain, where, found, told);
            }
        }
    }

    /** The same fault in both languages is one finding. */
    private static void wording(String text, Optional<String> where, List<Finding> found, Set<Kind> told) {
        int words = words(text).size();
        if (words > LONG_QUESTION && told.add(Kind.LONG)) {
            found.add(new Finding(Kind.LONG, where, excerpt(text), List.of(String.valueOf(words))));
        }
        first(LEADING, text)
                .filter(_ -> told.add(Kind.LEADING))
                .ifPresent(it -> found.add(new Finding(Kind.LEADING, where, excerpt(text), List.of(it))));
        for (String sentence : text.split("(?<=[.?!])\\s+")) {
            List<String> negations = NEGATION.matcher(sentence)
                    .results()
                    .map(it -> it.group().toLowerCase(Locale.ROOT))
                    .toList();
            if (negations.size() > 1 && told.add(Kind.NEGATED_TWICE)) {
                found.add(
                        new Finding(Kind.NEGATED_TWICE, where, excerpt(text), List.of(String.join(" … ", negations))));
            }
            joined(sentence)
                    .filter(_ -> told.add(Kind.DOUBLE))
                    .ifPresent(it -> found.add(new Finding(Kind.DOUBLE, where, excerpt(text), List.of(it))));
        }
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern LEADING = Pattern.compile(
            "\\b(bør|burde|selvfølgelig|selvsagt|sjølvsagt|naturligvis|naturlegvis|er du enig i at|er du einig i at|er du samd i at"
                    + "|er du ikke enig|er du ikkje einig|alle vet|alle veit|synes du ikke|synest du ikkje)\\b",
            FLAGS);

    private static final Pattern NEGATION =
            Pattern.compile("\\b(ikke|ikkje|aldri|ingen|inga|ingenting|uten|utan|verken|korkje)\\b", FLAGS);

    /** Two things asked about at once: what stands on both sides of the word. */
    private static final Pattern JOINED = Pattern.compile("\\S+ (?:og/eller|og|eller|samt) \\S+", FLAGS);

    /**
     * What is one thing although it holds such a word: standing phrases, an example and the rest of its kind ("alkohol eller andre
     * rusmidler"), one verb in two tenses ("er eller har vært"), two numbers.
     */
    private static final Pattern STANDING = Pattern.compile(
            "\\b(rus (og|eller) vold|vold (og|eller) rus|rus (og|eller) vald|vald (og|eller) rus|av og til|til og med|ja eller nei"
                    + "|mer eller mindre|meir eller mindre|en eller flere|én eller flere|ein eller fleire|éin eller fleire"
                    + "|han eller hun|hun eller han|han eller ho|ho eller han|barn og unge|kveld og natt|natt og dag|dag og natt"
                    + "|verken \\w+ eller|enten \\w+ eller|anten \\w+ eller|antingen \\w+ eller|i og med|og så videre|og så vidare"
                    + "|\\w+ (og|eller) (noen |nokon |noe |noko )?(andre|annen|anna|annet|annan|lignende|liknande)"
                    + "|(er|var|blir|ble|blei|vart|har|hadde) eller (er|var|blir|ble|blei|vart|har|hadde)|\\p{Nd}+ (og|eller) \\p{Nd}+)\\b",
            FLAGS);

    /** When it holds, before what is asked: "Når jeg kom på vakt og var trøtt, …". There is one answer however much the situation has in it. */
    private static final Pattern SITUATION =
            Pattern.compile("^(når|hvis|dersom|om|da|då|mens|medan) [^,?]*,\\s", FLAGS);

    private static Optional<String> joined(String sentence) {
        String asked = SITUATION.matcher(sentence).replaceFirst("");
        return first(JOINED, STANDING.matcher(asked).replaceAll("X"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Readability index (Björnsson 1968): words in a sentence, and a hundred times the share of words of more than six letters. */
    static int lix(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return 0;
        }
        long sentences = Math.max(
                1,
                Arrays.stream(text.split("[.?!:]+(\\s+|$)|\\n+"))
                        .filter(it -> !it.isBlank())
                        .count());
        long longWords = words.stream()
                .filter(it -> it.codePointCount(0, it.length()) > 6)
                .count();
        return (int) Math.round(words.size() / (double) sentences + 100.0 * longWords / words.size());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(it -> it.group()).toList();
    }

    /** Never goes back: with {@code *} for {@code *+}, a word of five thousand hyphens would overflow the stack. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:[-'’][\\p{L}\\p{N}]++)*+");

    private static String plain(String markdown) {
        try {
            return RichText.of(markdown).plain();
        } catch (IllegalArgumentException _) {
            return markdown;
        }
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 90
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 89)).strip() + "…";
    }

    // ---- alternatives and scales

    private static void same(Item item, List<LocalizedText> labels, List<Finding> found) {
        for (Language language : BOTH) {
            Set<String> seen = new HashSet<>();
            Optional<String> twice = labels.stream()
                    .flatMap(it -> Stream.ofNullable(it.texts().get(language)))
                    .filter(it -> !it.isBlank() && !seen.add(it.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (twice.isPresent()) {
                found.add(new Finding(Kind.SAME_LABEL, Optional.of(item.code()), "", List.of(excerpt(twice.get()))));
                return;
            }
        }
    }

    private static final Pattern AGAINST = Pattern.compile(
            "\\b(uenig|ueinig|usamd|dårlig|dårleg|misfornøyd|misnøgd|utrygg|negativ|vanskelig|vanskeleg|usikker)\\w*",
            FLAGS);
    private static final Pattern FOR =
            Pattern.compile("\\b(enig|einig|samd|bra|god|godt|fornøyd|nøgd|trygg|positiv|lett|sikker)\\w*", FLAGS);

    /** Only a scale whose points name both of two opposites is judged: others may well go from nothing to much. */
    private static void lopsided(Item.LikertGrid grid, List<Finding> found) {
        List<String> points = grid.points().stream()
                .map(it -> it.in(Language.NB).value())
                .filter(it -> !it.toLowerCase(Locale.ROOT).startsWith("verken"))
                .toList();
        long against = points.stream().filter(it -> AGAINST.matcher(it).find()).count();
        long agreeing = points.stream().filter(it -> FOR.matcher(it).find()).count();
        if (against > 0 && agreeing > 0 && against != agreeing) {
            found.add(new Finding(
                    Kind.LOPSIDED,
                    Optional.of(grid.code()),
                    "",
                    List.of(String.valueOf(against), String.valueOf(agreeing))));
        }
    }

    // ---- rules

    private static void rules(Questionnaire questionnaire, Item item, List<Finding> found) {
        Condition required = item instanceof Item.Question question ? question.required() : Condition.NEVER;
        boolean sometimes = required.equals(Condition.NEVER) || required.equals(Condition.ALWAYS);
        if (item.shown().equals(Condition.ALWAYS) && sometimes && !onAPageWithARule(questionnaire, item)) {
            return;
        }
        Reach reach = reach(questionnaire, item, required);
        if (reach == Reach.NEVER) {
            found.add(new Finding(Kind.NEVER_SHOWN, Optional.of(item.code()), "", List.of()));
        } else if (reach == Reach.NEVER_REQUIRED && !sometimes) {
            found.add(new Finding(Kind.NEVER_REQUIRED, Optional.of(item.code()), "", List.of()));
        }
    }

    private static boolean onAPageWithARule(Questionnaire questionnaire, Item item) {
        return pageOf(questionnaire, item)
                .filter(it -> !it.shown().equals(Condition.ALWAYS))
                .isPresent();
    }

    private static Optional<Item.Page> pageOf(Questionnaire questionnaire, Item item) {
        return questionnaire.sheets().stream()
                .filter(it -> it.items().contains(item))
                .findFirst()
                .flatMap(Questionnaire.Sheet::start);
    }

    private enum Reach {
        NEVER,
        NEVER_REQUIRED,
        SOMETIMES
    }

    /** Tries the answers that matter to an item's rules, and to the rules of what they ask about. */
    private static Reach reach(Questionnaire questionnaire, Item item, Condition required) {
        Set<String> keys = new TreeSet<>();
        List<Condition> rules = new ArrayList<>();
        gather(questionnaire, item, keys, rules);
        Map<String, Item.Question> asked = new LinkedHashMap<>();
        questionnaire
                .questions()
                .forEach(question ->
                        question.keys().stream().filter(keys::contains).forEach(key -> asked.put(key, question)));
        List<Map.Entry<String, List<List<String>>>> choices = asked.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), possible(it.getKey(), it.getValue(), rules)))
                .toList();
        long combinations = 1;
        for (var it : choices) {
            combinations = Math.min(TRIED + 1L, combinations * it.getValue().size());
        }
        if (combinations > TRIED) {
            return Reach.SOMETIMES;
        }
        Reach reach = Reach.NEVER;
        for (int n = 0; n < combinations; n++) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            int left = n;
            for (var it : choices) {
                given.put(it.getKey(), it.getValue().get(left % it.getValue().size()));
                left /= it.getValue().size();
            }
            Questionnaire.Filled filled = questionnaire.fill(new Answers(given));
            if (filled.shown().contains(item.code())) {
                if (required.holds(filled.answers()::of)) {
                    return Reach.SOMETIMES;
                }
                reach = Reach.NEVER_REQUIRED;
            }
        }
        return reach;
    }

    private static void gather(Questionnaire questionnaire, Item item, Set<String> keys, List<Condition> rules) {
        List<Condition> own = new ArrayList<>(List.of(item.shown()));
        pageOf(questionnaire, item).ifPresent(it -> own.add(it.shown()));
        if (item instanceof Item.Question question) {
            own.add(question.required());
        }
        rules.addAll(own);
        for (String key : own.stream().flatMap(Condition::keys).distinct().toList()) {
            if (keys.add(key)) {
                questionnaire.questions().stream()
                        .filter(it -> it.keys().contains(key))
                        .findFirst()
                        .ifPresent(it -> gather(questionnaire, it, keys, rules));
            }
        }
    }

    /** The answers to a key between which the rules can tell. */
    private static List<List<String>> possible(String key, Item.Question question, List<Condition> rules) {
        List<Condition> leaves = rules.stream()
                .flatMap(Editing::leaves)
                .filter(it -> it.keys().anyMatch(key::equals))
                .toList();
        Set<String> named = new TreeSet<>();
        Set<Integer> edges = new TreeSet<>();
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.AnyOf it) {
                named.addAll(it.values());
            } else if (leaf instanceof Condition.Between it) {
                Stream.of(it.least(), it.least() - 1, it.most(), it.most() + 1).forEach(edges::add);
            }
        }
        List<List<String>> answers = new ArrayList<>(List.of(List.of()));
        if (question instanceof Item.MultipleChoice) {
            several(question, named, answers);
        } else if (question.values().isEmpty()) {
            Stream.of(
                            named.stream(),
                            edges.stream().map(String::valueOf),
                            question instanceof Item.NumberQuestion it
                                    ? Stream.of(String.valueOf(it.least()), String.valueOf(it.most()))
                                    : Stream.of("x"))
                    .flatMap(it -> it)
                    .map(List::of)
                    .filter(it -> question.fault(it).isEmpty())
                    .distinct()
                    .forEach(answers::add);
        } else if (edges.isEmpty()) {
            named.forEach(it -> answers.add(List.of(it)));
            question.values().stream()
                    .filter(it -> !named.contains(it))
                    .findFirst()
                    .ifPresent(it -> answers.add(List.of(it)));
        } else {
            question.values().forEach(it -> answers.add(List.of(it)));
        }
        return answers;
    }

    /** Every selection among the alternatives that rules name, with and without one that they do not. */
    private static void several(Item.Question question, Set<String> named, List<List<String>> answers) {
        List<String> mattering = new ArrayList<>(named);
        question.values().stream().filter(it -> !named.contains(it)).findFirst().ifPresent(mattering::add);
        if (mattering.size() > 12) {
            question.values().forEach(it -> answers.add(List.of(it)));
            return;
        }
        IntStream.range(1, 1 << mattering.size())
                .mapToObj(chosen -> IntStream.range(0, mattering.size())
                        .filter(it -> (chosen >> it & 1) == 1)
                        .mapToObj(mattering::get)
                        .toList())
                // too few is no trouble: what no rule names can be chosen besides
                .filter(it -> question.fault(it)
                        .filter(fault -> fault != Fault.Kind.TOO_FEW)
                        .isEmpty())
                .forEach(answers::add);
    }
}
