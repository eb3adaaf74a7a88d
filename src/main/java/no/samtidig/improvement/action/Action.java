package no.samtidig.improvement.action;

import java.time.LocalDate;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something a unit does for a goal, which can begin within a week.
 *
 * @param statement id of the instrument's statement that offered it; null for own words
 * @param owner who sees to it; null where it is everybody, or nobody any more
 * @param everybody whether the unit's staff own it together
 * @param due when the sign should be seen
 * @param sign what shows that something has changed, without facts about patients
 * @param looked the last day it was kept, changed or dropped; null before the first time
 * @param dropped null as long as it goes on
 * @param changed when its words, owner, date or sign were last changed
 * @param revision counts such changes, so that two who change it at once lose nothing
 */
public record Action(
        ActionId id,
        GoalId goal,
        @Nullable String statement,
        String words,
        @Nullable AccountId owner,
        boolean everybody,
        LocalDate due,
        String sign,
        SignSeen seen,
        LocalDate made,
        @Nullable LocalDate looked,
        @Nullable LocalDate dropped,
        LocalDate changed,
        @Nullable AccountId changedBy,
        int revision) {
    /** Actions a goal has at one time at most: a few are done, many are written down. */
    public static final int MOST = 3;

    /** Letters of what is done, and of its sign, at most. */
    public static final int LONGEST = 240;

    /** After so many months it is kept, changed or dropped. */
    public static final int LOOK_AFTER_MONTHS = 3;

    /** Whether it is still to be done: not dropped, and its sign not wholly seen. */
    public boolean open() {
        return dropped == null && seen != SignSeen.YES;
    }

    /** Whether its sign is seen. */
    public boolean done() {
        return dropped == null && seen == SignSeen.YES;
    }

    /** Whether its day has passed while it is open. */
    public boolean late(LocalDate today) {
        return open() && due.isBefore(today);
    }

    /** The day from which it waits to be kept, changed or dropped. */
    public LocalDate lookFrom() {
        return (looked == null ? made : looked).plusMonths(LOOK_AFTER_MONTHS);
    }

    /** Whether it waits to be kept, changed or dropped. */
    public boolean toBeLookedAt(LocalDate today) {
        return open() && !today.isBefore(lookFrom());
    }

    /** Whether a person owns it, alone or with the others. */
    public boolean ownedBy(AccountId account) {
        return everybody || account.equals(owner);
    }
}
