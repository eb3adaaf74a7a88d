package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.questionnaire.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The check list of a questionnaire: what stops it from being published, and what is worth another look. It reads words, not meaning: what
 * it finds under {@link Finding.Severity#LOOK} is for a person to judge.
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

    private static final List<Language> BOTH = List.of(Language.NB, Language.NN);

    private QuestionnaireCheck() {}

    /** Everything found, what stops it first, then in the order of the questionnaire. */
    public static List<Finding> of(Questionnaire questionnaire) {
        List<Finding> found = new ArrayList<>();
        whole(questionnaire, found);
        text(null, questionnaire.title(), false, found);
        text(null, questionnaire.introduction(), false, found);
        Reaching reaching = new Reaching(questionnaire);
        for (Item item : questionnaire.items()) {
            item(reaching, item, found);
        }
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /** Minutes it takes somebody who meets everything, rounded up. */
    public static int minutes(Questionnaire questionnaire) {
        int words = Stream.concat(
                        Stream.of(questionnaire.title(), questionnaire.introduction()),
                        told(questionnaire).stream().flatMap(QuestionnaireCheck::texts))
                .mapToInt(it -> Lix.words(plain(it.in(Language.NB).value())).size())
                .sum();
        int seconds = questionnaire.questions().stream()
                .mapToInt(QuestionnaireCheck::seconds)
                .sum();
        return Math.max(1, (int) Math.ceil(words / (double) WORDS_A_MINUTE + seconds / 60.0));
    }

    /** The items whose words are read: a statement that is answered twice is read once. */
    private static List<Item> told(Questionnaire questionnaire) {
        List<Item> told = new ArrayList<>();
        @Nullable Item before = null;
        for (Item item : questionnaire.items()) {
            if (!Item.again(before, item)) {
                told.add(item);
            }
            before = item;
        }
        return told;
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
            int lix = Lix.of(all);
            if (lix > HARD && Lix.words(all).size() >= 100) {
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

    private static void item(Reaching reaching, Item item, List<Finding> found) {
        text(item, item.text(), item instanceof Item.Question, found);
        switch (reaching.of(item)) {
            case NEVER -> found.add(new Finding(Kind.NEVER_SHOWN, Optional.of(item.code()), "", List.of()));
            case NEVER_REQUIRED -> found.add(new Finding(Kind.NEVER_REQUIRED, Optional.of(item.code()), "", List.of()));
            case SOMETIMES -> {}
        }
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
                Phrasing.ofScale(it.points().stream()
                                .map(point -> point.in(Language.NB).value())
                                .toList())
                        .ifPresent(remark ->
                                found.add(new Finding(remark.kind(), Optional.of(it.code()), "", remark.details())));
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

    /** @param asks whether it is a question or a statement to rate, so that how it is asked matters */
    private static void text(@Nullable Item item, LocalizedText text, boolean asks, List<Finding> found) {
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
        // the same fault in both languages is one finding
        Set<Kind> told = new HashSet<>();
        for (Language language : there) {
            String plain = plain(text.in(language).value());
            if (Lix.words(plain).size() >= WORDS_FOR_LIX && Lix.of(plain) > HARD && told.add(Kind.HARD)) {
                found.add(new Finding(
                        Kind.HARD, where, excerpt(plain), List.of(String.valueOf(Lix.of(plain)), language.tag())));
            }
            if (asks) {
                Phrasing.of(plain).stream()
                        .filter(it -> told.add(it.kind()))
                        .forEach(it -> found.add(new Finding(it.kind(), where, excerpt(plain), it.details())));
            }
        }
    }

    private static String plain(String markdown) {
        return RichText.orPlain(markdown).plain();
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 90
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 89)).strip() + "…";
    }

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
}
