package no.samtidig.survey;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import no.samtidig.platform.NameRule;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import no.samtidig.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * A round as somebody fills it in; anything may be missing.
 *
 * @param questionnaire which is asked; null where none is chosen
 * @param anonymous null where nothing is chosen: the promise is never made by accident
 * @param opens first day; null where none is given
 * @param closes last day; null where none is given
 */
public record RoundDraft(
        String name,
        @Nullable Questionnaire questionnaire,
        Round.Target target,
        @Nullable Boolean anonymous,
        boolean underway,
        Round.First first,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes) {
    /** Letters in a name at most. */
    public static final int LONGEST_NAME = 100;

    public RoundDraft {
        // a name is one line that can be seen: it stands in lists, in mails, and as the name of files
        name = OneLine.of(name);
    }

    /** What can be wrong, and with which field; the words stand under {@code rounds.flaw.<code>}. */
    public enum Flaw implements Coded {
        NO_QUESTIONNAIRE("skjema"),
        NO_NAME("navn"),
        LONG_NAME("navn"),
        /** An address of a web page, or no letter in it. */
        BAD_NAME("navn"),
        NO_PLACE("sted"),
        /** Nobody works there, or nobody of the groups. */
        NOBODY("sted"),
        NO_PROMISE("anonym"),
        NO_OPENS("apner"),
        PAST_OPENS("apner"),
        NO_CLOSES("lukker"),
        PAST_CLOSES("lukker"),
        CLOSES_FIRST("lukker"),
        TOO_LONG("lukker");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** What is wrong on its own, on the given day; in the order of the form. */
    public Set<Flaw> flaws(LocalDate today) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (questionnaire == null) {
            flaws.add(Flaw.NO_QUESTIONNAIRE);
        }
        if (name.isBlank()) {
            flaws.add(Flaw.NO_NAME);
        } else if (name.length() > LONGEST_NAME) {
            flaws.add(Flaw.LONG_NAME);
        } else if (NameRule.THING.flaw(name, LONGEST_NAME).isPresent()) {
            flaws.add(Flaw.BAD_NAME);
        }
        if (target.places().isEmpty() && target.regions().isEmpty()) {
            flaws.add(Flaw.NO_PLACE);
        }
        if (anonymous == null) {
            flaws.add(Flaw.NO_PROMISE);
        }
        flaws.addAll(days(opens, closes, false, today));
        return flaws;
    }

    /** What is wrong with days. One that is open keeps its first day, so that one may lie behind. */
    static Set<Flaw> days(@Nullable LocalDate opens, @Nullable LocalDate closes, boolean open, LocalDate today) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (opens == null) {
            flaws.add(Flaw.NO_OPENS);
        } else if (!open && opens.isBefore(today)) {
            flaws.add(Flaw.PAST_OPENS);
        }
        if (closes == null) {
            flaws.add(Flaw.NO_CLOSES);
        } else if (closes.isBefore(today)) {
            flaws.add(Flaw.PAST_CLOSES);
        } else if (opens != null && closes.isBefore(opens)) {
            flaws.add(Flaw.CLOSES_FIRST);
        } else if (opens != null && closes.isAfter(opens.plusYears(1))) {
            flaws.add(Flaw.TOO_LONG);
        }
        return flaws;
    }
}
