package no.samtidig.questionnaire.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What people type, as what it means. */
final class Typed {
    private Typed() {}

    /** A whole number within bounds, both included. */
    static Optional<Integer> number(String typed, int least, int most) {
        String digits = typed.strip().replace('−', '-');
        if (!digits.matches("-?\\d{1,7}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= least && number <= most ? Optional.of(number) : Optional.empty();
    }

    /**
     * A name of a–z, 0–9 and hyphen made from words, such as {@code hvor-trygg-er-du}.
     *
     * @param most letters
     * @param taken whether a name is used already; then a number is put after it
     */
    static String name(String words, int most, Predicate<String> taken) {
        String letters = Normalizer.normalize(
                        words.toLowerCase(Locale.ROOT)
                                .replace("æ", "ae")
                                .replace("ø", "o")
                                .replace("å", "a")
                                .replace("đ", "d")
                                .replace("ŋ", "n")
                                .replace("ŧ", "t"),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replace(' ', '-');
        String name = letters.length() <= most ? letters : letters.substring(0, most);
        int lastWord = name.lastIndexOf('-');
        if (letters.length() > most && lastWord > most / 2) {
            name = name.substring(0, lastWord);
        }
        name = name.replaceAll("-$", "");
        String base = name.isEmpty() ? "x" : name;
        String free = base;
        for (int n = 2; taken.test(free); n++) {
            free = base + "-" + n;
        }
        return free;
    }
}
