package no.samtidig.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: long, and not easy to guess. No rule about kinds of characters, and nothing is forbidden but what
 * is easily guessed (NIST SP 800-63B, section 3.1.1). How easily is judged by the zxcvbn library, which knows common passwords,
 * names, keyboard rows and repetitions.
 */
@Component
public class PasswordPolicy {
    /** Characters at least. */
    public static final int SHORTEST = 12;

    /** Characters at most: enough for a sentence, too few to keep the server busy. */
    public static final int LONGEST = 200;

    /** zxcvbn's scale ends at 4; 3 is "safely unguessable", more than 10^8 guesses. */
    private static final int GOOD_ENOUGH = 3;

    /** How much of a long password is judged: the work grows faster than the length. */
    private static final int JUDGED = 64;

    /** What people here would try first, and zxcvbn's English lists do not know. */
    private static final List<String> NEAR_AT_HAND = List.of(
            "samtidig",
            "passord",
            "hemmelig",
            "velkommen",
            "sommer",
            "sommar",
            "høst",
            "haust",
            "vinter",
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
            "mandag",
            "måndag",
            "tirsdag",
            "tysdag",
            "onsdag",
            "torsdag",
            "fredag",
            "lørdag",
            "laurdag",
            "søndag",
            "sundag",
            "våren",
            "vår",
            "hausten",
            "høsten",
            "vinteren",
            "norge",
            "noreg",
            "norway",
            "sverige",
            "danmark",
            "finland",
            "island",
            "sykehus",
            "sykehuset",
            "sjukehus",
            "sjukehuset",
            "kommune",
            "kommunen",
            "avdeling",
            "avdelinga",
            "rusogvold",
            "miljøterapeut",
            "behandler");

    /** Letters that must be left: a short word more. */
    private static final int LEFT = 5;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Zxcvbn judge = new Zxcvbn();

    /** Why a password is not good enough. */
    public enum Weakness implements Coded {
        TOO_SHORT,
        TOO_LONG,
        /** Easy to guess for somebody who knows the person's name, address or place. */
        ABOUT_YOU,
        EASILY_GUESSED;
    }

    /**
     * What is wrong with a password; empty where it is good enough.
     *
     * @param own what others know about the person: name, address, place
     */
    public Optional<Weakness> weakness(String password, List<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String judged = password.substring(0, Math.min(password.length(), JUDGED));
        if (score(judged, NEAR_AT_HAND) < GOOD_ENOUGH || madeOf(judged, NEAR_AT_HAND)) {
            return Optional.of(Weakness.EASILY_GUESSED);
        }
        List<String> known = new ArrayList<>(NEAR_AT_HAND);
        own.stream()
                .flatMap(PasswordPolicy::guesses)
                .filter(it -> it.length() > 2)
                .forEach(known::add);
        return score(judged, known) < GOOD_ENOUGH || madeOf(judged, known)
                ? Optional.of(Weakness.ABOUT_YOU)
                : Optional.empty();
    }

    /** What somebody who knows this would try: the whole, an address before its @, each word, and the words written together. */
    private static Stream<String> guesses(String own) {
        String first = own.split("@", 2)[0];
        return Stream.concat(
                Stream.of(own, first, NO_LETTERS.matcher(first).replaceAll("")), NO_LETTERS.splitAsStream(own));
    }

    /**
     * Whether little is left of a password without the words everybody would try, digits and signs: however many of them are put together,
     * each is one of a few hundred, and trying all pairs and years is no work.
     */
    private static boolean madeOf(String password, List<String> known) {
        String left = OneLine.of(password).toLowerCase(Locale.ROOT);
        for (String word : known.stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> it.length() > 2)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            left = left.replace(word, " ");
        }
        return left.codePoints().filter(Character::isLetter).count() < LEFT;
    }

    private int score(String password, List<String> known) {
        return judge.measure(password, known).getScore();
    }
}
