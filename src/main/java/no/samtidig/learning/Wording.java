package no.samtidig.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way to a note, with what it builds on: requests and their answers may be lost, doubled or late (ADR 0034).
 *
 * @param text what was written
 * @param builtOn the revision the learner saw; 0 where there was none
 * @param by which page wrote it and its which wording it is; null where the form does not say
 * @param after wordings of other pages that it builds on, whether or not the server has had them
 * @param sentBefore what an earlier release's page sent last, whose answer may have been lost; empty where nothing
 */
public record Wording(String text, int builtOn, @Nullable Mark by, List<Mark> after, String sentBefore) {
    public Wording {
        text = plain(text);
        after = List.copyOf(after);
        sentBefore = plain(sentBefore);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /**
     * A wording by the page that wrote it.
     *
     * @param writer chosen at random, another one each time the page is opened
     * @param number counts the wordings of the page, from 1; 0 without JavaScript, where they count as they come
     */
    public record Mark(UUID writer, int number) {
        private static final Pattern FORM =
                Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(0|[1-9]\\d{0,8})");

        /** Reads {@code writer:number}; empty where it is anything else. */
        public static Optional<Mark> of(String written) {
            Matcher matcher = FORM.matcher(written);
            return matcher.matches()
                    ? Optional.of(new Mark(UUID.fromString(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }

        /** Whether this is the other one, or an earlier one of the same page. */
        boolean upTo(Mark other) {
            return writer.equals(other.writer) && number <= other.number;
        }

        boolean counted() {
            return number > 0;
        }
    }
}
