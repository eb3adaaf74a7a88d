package no.samtidig.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A round as those who run it see it: how far it has come, in numbers that name nobody.
 *
 * @param ready whether somebody said that it can open on its day
 * @param issued whether everybody in the target has an invitation made
 * @param people invitations to people, by account or address, that stand
 * @param written those of them whose mail is written
 * @param onPaper tickets on paper that stand
 * @param withdrawn invitations of both kinds that were taken back, answered before or not: which of them were is told nowhere
 * @param answered answers that have come in; while the round is open at least so many, see {@link #told}
 * @param firstMail the first day an invitation went out, or will
 * @param reminders those asked for
 */
public record RoundOverview(
        Round round,
        boolean ready,
        boolean issued,
        int people,
        int written,
        int onPaper,
        int withdrawn,
        int answered,
        Optional<LocalDate> firstMail,
        List<Reminder> reminders) {
    /** Reminders at most. */
    public static final int REMINDERS = 2;

    /**
     * How many answers are told of. While they come in, only every {@link Round#FEWEST fifth}: whoever looked before and after somebody
     * answered would see who did. The same where few were invited: five of six tell who is missing to whoever knows one more.
     */
    static int told(int answered, int invited, boolean open) {
        return !exact(Math.max(invited, answered), open) ? answered / Round.FEWEST * Round.FEWEST : answered;
    }

    /** Whether it is told exactly how many answered. */
    static boolean exact(int invited, boolean open) {
        return !open && invited >= Round.EXACT;
    }

    /** Whether {@link #answered} is exactly how many; else at least so many have. */
    public boolean exact() {
        return exact(invited(), round.state() == Round.State.OPEN);
    }

    /** Days between two mails to one person, at least. */
    public static final int DAYS_BETWEEN = 5;

    public RoundOverview {
        reminders = List.copyOf(reminders);
    }

    /**
     * A reminder to those who have not answered.
     *
     * @param step first or second
     * @param asked the day it was asked for
     * @param done whether all of it is written
     */
    public record Reminder(int step, LocalDate asked, boolean done) {}

    /** Everybody who was ever invited: an answer stands where its invitation was taken back. */
    public int invited() {
        return Math.max(standing() + withdrawn, answered);
    }

    /** Invitations that stand. */
    public int standing() {
        return people + onPaper;
    }

    /** How many of a hundred have answered; empty while they come in, and where they are so few that it would tell who. */
    public Optional<Integer> share() {
        return !exact() || answered < Round.FEWEST
                ? Optional.empty()
                : Optional.of((int) Math.min(100, Math.round(100.0 * answered / invited())));
    }

    /** Whether invitations are still being made or written. */
    public boolean busy() {
        return round.state() == Round.State.OPEN && (!issued || written < people);
    }

    /** From which day the next reminder may be sent; empty where none may. */
    public Optional<LocalDate> nextReminder() {
        if (round.state() != Round.State.OPEN || reminders.size() >= REMINDERS) {
            return Optional.empty();
        }
        Optional<LocalDate> last = reminders.isEmpty()
                ? firstMail
                : Optional.of(reminders.getLast().asked());
        return last.map(it -> it.plusDays(DAYS_BETWEEN)).filter(it -> !it.isAfter(round.closes()));
    }
}
