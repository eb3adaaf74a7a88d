package violation.attic;

import java.util.regex.Pattern;

/** One regular expression of each kind that some texts make slow, and some that only look like it. */
public class Explosives {
    static final Pattern REPEATED_AND_REPEATED = Pattern.compile("^([a-z]+)*!");
    static final Pattern EITHER_AND_EITHER = Pattern.compile("^(a|a?)+b");
    static final Pattern ONE_AFTER_THE_OTHER = Pattern.compile("^\\d*\\d*x");
    static final Pattern SPACE_AROUND_A_LINE = Pattern.compile("\\s*\n\\s*");
    static final Pattern ANYTHING_BEFORE = Pattern.compile(".*=.*;");
    static final Pattern BEFORE_A_WORD = Pattern.compile("\\S+ og \\S+");
    static final Pattern POSSESSIVE_AT_EVERY_PLACE = Pattern.compile("[.?!]++$");
    static final Pattern LINES = Pattern.compile("(?m)^(\\s*)-");
    static final Pattern DEEP = Pattern.compile("^(?:\\w+[-'])*\\w+$");
    static final Pattern FLAGS = Pattern.compile("X+Y", Pattern.CASE_INSENSITIVE);

    String end(String text) {
        return text.replaceAll("/+$", "");
    }

    String first(String text) {
        return text.replaceFirst("-+$", "");
    }

    String[] parts(String text) {
        return text.split(" +,");
    }

    boolean whole(String text) {
        return text.matches("([a-z]+-?)*");
    }

    boolean putTogether(String text, String sought) {
        return text.matches(".*" + sought);
    }

    String replacedByWhatIsPutTogether(String text, String sought) {
        return text.replaceAll("[a-z]+", sought + "!");
    }

    /** Breaks nothing. */
    static final class Harmless {
        static final Pattern POSSESSIVE = Pattern.compile("^(?:[a-z]++-?)*+!");
        static final Pattern BEGINS_A_WORD = Pattern.compile("(?<!\\S)\\S++ og \\S++");

        String one(String text) {
            return text.replaceAll("\\s+", " ");
        }

        boolean whole(String text) {
            return text.matches("[a-z]*-\\d+");
        }
    }
}
