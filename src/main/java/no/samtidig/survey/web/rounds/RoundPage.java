package no.samtidig.survey.web.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Finding;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import org.jspecify.annotations.Nullable;

/**
 * One round: the one clear next thing, then what it is and what has been done.
 *
 * @param it the round
 * @param who the target in words
 * @param today the day
 * @param findings what the check list says about the questionnaire
 * @param people how many the target means today
 * @param remindable whether anybody could get the next reminder today
 * @param mailGoes when mail that waits goes out; null where it goes now
 * @param trial names a trial mail, so that pressing twice sends one
 * @param done what was just done; null where nothing was
 * @param number how many, where that is what was done
 */
public record RoundPage(
        RoundOverview it,
        List<String> who,
        LocalDate today,
        List<Finding> findings,
        int people,
        boolean remindable,
        @Nullable Instant mailGoes,
        UUID trial,
        @Nullable RoundDone done,
        int number)
        implements Page {
    public RoundPage {
        who = List.copyOf(who);
        findings = List.copyOf(findings);
    }

    /** The one next thing; the words stand under {@code rounds.next.<code>}. */
    public enum Next implements Coded {
        /** Look who gets what, then open. */
        OPEN,
        /** It opens by itself. */
        WAIT,
        /** Invitations are being written. */
        WRITING,
        REMIND,
        /** Nothing to do but wait for answers. */
        ANSWERS,
        /** Closed; the last answers are being let out. */
        SETTLING,
        RESULTS;
    }

    public Next next() {
        return switch (it.round().state()) {
            case DRAFT -> it.ready() ? Next.WAIT : Next.OPEN;
            case OPEN -> it.busy() ? Next.WRITING : mayRemind() ? Next.REMIND : Next.ANSWERS;
            case CLOSED -> Next.SETTLING;
            case SETTLED -> Next.RESULTS;
        };
    }

    public boolean mayRemind() {
        return remindable
                && it.nextReminder().filter(day -> !day.isAfter(today)).isPresent();
    }

    public String path() {
        return OneRound.path(it.round().id());
    }

    public boolean open() {
        return it.round().state() == Round.State.OPEN;
    }

    public boolean draft() {
        return it.round().state() == Round.State.DRAFT;
    }

    /** Whether anybody can still be invited. */
    public boolean invitable() {
        return draft() || open();
    }

    /** "Resultater" exist for a round that is final, or open with results underway. */
    public boolean results() {
        return it.round().state() == Round.State.SETTLED
                || (open() && it.round().underway());
    }

    /** How many have answered of how many, and in which way. */
    public String numbers(View view) {
        String answered = RoundsPage.answered(view, it.exact(), it.answered(), it.invited());
        String share =
                it.share().map(of -> ", " + view.text("rounds.share", of)).orElse("");
        String paper = it.onPaper() > 0 ? ". " + view.text("rounds.on-paper", it.onPaper()) : "";
        String withdrawn = it.withdrawn() > 0 ? ". " + view.text("rounds.withdrawn", it.withdrawn()) : "";
        return answered + share + paper + withdrawn;
    }

    public String target(View view) {
        return who.isEmpty() ? view.text("rounds.nowhere") : String.join(", ", who);
    }
}
