package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a question is put, in either written Norwegian: whether it leads, asks about two things, denies twice or goes on for long. */
final class Phrasing {
    private static final int LONG_QUESTION = 30;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern LEADING = Pattern.compile(
            "\\b(bør|burde|selvfølgelig|selvsagt|sjølvsagt|naturligvis|naturlegvis|er du enig i at|er du einig i at|er du samd i at"
                    + "|er du ikke enig|er du ikkje einig|alle vet|alle veit|synes du ikke|synest du ikkje)\\b",
            FLAGS);

    private static final Pattern NEGATION =
            Pattern.compile("\\b(ikke|ikkje|aldri|ingen|inga|ingenting|uten|utan|verken|korkje)\\b", FLAGS);

    /** Two things asked about at once: what stands on both sides of the word. */
    private static final Pattern JOINED = Pattern.compile("(?<!\\S)\\S++ (?:og/eller|og|eller|samt) \\S++", FLAGS);

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

    private static final Pattern AGAINST = Pattern.compile(
            "\\b(uenig|ueinig|usamd|dårlig|dårleg|misfornøyd|misnøgd|utrygg|negativ|vanskelig|vanskeleg|usikker)\\w*",
            FLAGS);
    private static final Pattern FOR =
            Pattern.compile("\\b(enig|einig|samd|bra|god|godt|fornøyd|nøgd|trygg|positiv|lett|sikker)\\w*", FLAGS);

    private Phrasing() {}

    /** Something to look at, with what the sentence about it needs. */
    record Remark(Finding.Kind kind, List<String> details) {
        Remark(Finding.Kind kind, String... details) {
            this(kind, List.of(details));
        }
    }

    /** Remarks on a question or a statement to rate, without Markdown; a kind comes again for each sentence it is found in. */
    static List<Remark> of(String text) {
        List<Remark> remarks = new ArrayList<>();
        int words = Lix.words(text).size();
        if (words > LONG_QUESTION) {
            remarks.add(new Remark(Finding.Kind.LONG, String.valueOf(words)));
        }
        first(LEADING, text).ifPresent(it -> remarks.add(new Remark(Finding.Kind.LEADING, it)));
        for (String sentence : text.split("(?<=[.?!])\\s+")) {
            List<String> negations = NEGATION.matcher(sentence)
                    .results()
                    .map(it -> it.group().toLowerCase(Locale.ROOT))
                    .toList();
            if (negations.size() > 1) {
                remarks.add(new Remark(Finding.Kind.NEGATED_TWICE, String.join(" … ", negations)));
            }
            joined(sentence).ifPresent(it -> remarks.add(new Remark(Finding.Kind.DOUBLE, it)));
        }
        return remarks;
    }

    private static Optional<String> joined(String sentence) {
        String asked = SITUATION.matcher(sentence).replaceFirst("");
        return first(JOINED, STANDING.matcher(asked).replaceAll("X"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Only a scale whose points name both of two opposites is judged: others may well go from nothing to much. */
    static Optional<Remark> ofScale(List<String> points) {
        List<String> sides = points.stream()
                .filter(it -> !it.toLowerCase(Locale.ROOT).startsWith("verken"))
                .toList();
        long against = sides.stream().filter(it -> AGAINST.matcher(it).find()).count();
        long agreeing = sides.stream().filter(it -> FOR.matcher(it).find()).count();
        return against > 0 && agreeing > 0 && against != agreeing
                ? Optional.of(new Remark(Finding.Kind.LOPSIDED, String.valueOf(against), String.valueOf(agreeing)))
                : Optional.empty();
    }
}
