package no.samtidig.improvement.agreement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A unit has got another leader, who reads the agreement and answers; the journey is on hold meanwhile.
 *
 * @param day it was told of
 * @param due the last day for the answer, four weeks later
 * @param answer null until it is given
 * @param answered the day of the answer
 * @param by who answered; null when forgotten
 */
public record LeaderChange(
        UUID id,
        LocalDate day,
        LocalDate due,
        @Nullable Answer answer,
        @Nullable LocalDate answered,
        @Nullable AccountId by) {
    /** The agreement's clause {@code ny-leder}. */
    public static final int WEEKS = 4;

    /** What the new leader answers. The words stand under {@code leader-change.<code>}. */
    public enum Answer implements Coded {
        YES,
        /** Yes, and something in the agreement is to be changed. */
        CHANGES,
        NO;

        static Optional<Answer> of(String code) {
            return Coded.of(Answer.class, code);
        }
    }
}
