package no.samtidig.improvement.action;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import no.samtidig.improvement.NoPatients;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * An action as it was filled in.
 *
 * @param statement id of the statement it was offered from; null for own words
 * @param owner the account chosen; null where none was, or everybody
 * @param due null where it was no day
 */
public record ActionDraft(
        @Nullable String statement,
        String words,
        @Nullable UUID owner,
        boolean everybody,
        @Nullable LocalDate due,
        String sign) {
    /** A date further away is a slip: a journey takes eighteen months. */
    private static final Period FURTHEST = Period.ofMonths(24);

    public ActionDraft {
        words = OneLine.of(words);
        sign = OneLine.of(sign);
    }

    /** What can be wrong with it; the words stand under {@code actions.flaw.<code>}. */
    public enum Flaw implements Coded {
        NO_WORDS("tiltak"),
        LONG_WORDS("tiltak"),
        PATIENT_IN_WORDS("tiltak"),
        NO_OWNER("eier"),
        NO_DAY("dato"),
        DAY_BEFORE("dato"),
        DAY_FAR("dato"),
        NO_SIGN("tegn"),
        LONG_SIGN("tegn"),
        PATIENT_IN_SIGN("tegn"),
        /** The goal has as many as it can. */
        TOO_MANY(""),
        /** The goal, or the journey, has ended. */
        ENDED("");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        /** The field of the form it is about; empty for none. */
        public String field() {
            return field;
        }
    }

    /**
     * What is wrong with what was filled in, whoever the owner is.
     *
     * @param earliest the first day it can be due
     */
    Set<Flaw> flaws(LocalDate earliest, LocalDate today) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        text(flaws, words, Flaw.NO_WORDS, Flaw.LONG_WORDS, Flaw.PATIENT_IN_WORDS);
        text(flaws, sign, Flaw.NO_SIGN, Flaw.LONG_SIGN, Flaw.PATIENT_IN_SIGN);
        if (due == null) {
            flaws.add(Flaw.NO_DAY);
        } else if (due.isBefore(earliest)) {
            flaws.add(Flaw.DAY_BEFORE);
        } else if (due.isAfter(today.plus(FURTHEST))) {
            flaws.add(Flaw.DAY_FAR);
        }
        return flaws;
    }

    private static void text(Set<Flaw> flaws, String text, Flaw none, Flaw tooLong, Flaw patient) {
        if (text.isEmpty()) {
            flaws.add(none);
        } else if (text.length() > Action.LONGEST) {
            flaws.add(tooLong);
        } else if (NoPatients.found(text)) {
            flaws.add(patient);
        }
    }
}
