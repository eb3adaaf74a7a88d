package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invitations and reminders of a round, as those who run it ask for them. The mail itself is written by a job. */
@Service
public class Mailing {
    /** Invitations shown at most. */
    public static final int SHOWN = 200;

    private final RoundStore rounds;
    private final RunningStore store;
    private final Accounts accounts;
    private final SurveyMail mail;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    Mailing(
            RoundStore rounds,
            RunningStore store,
            Accounts accounts,
            SurveyMail mail,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.accounts = accounts;
        this.mail = mail;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Invites those who have come to the units since; those who have an invitation get no other. */
    @Transactional
    public void inviteNewcomers(Visitor.Person person, Round round) {
        store.issueAgain(round.id());
        audit.write(
                person.account(),
                SurveyAction.INVITED_NEWCOMERS_TO_ROUND,
                round.id().value());
    }

    /** What asking for a reminder came to. */
    public enum Reminded {
        ASKED,
        /** That one was asked for before. */
        ALREADY,
        /** There are too few days since the last mail, or there is nothing to remind of. */
        NOT_NOW
    }

    /**
     * Asks for a reminder to those who have not answered.
     *
     * @param step which, 1 or 2, as the page offered it
     */
    @Transactional
    public Reminded remind(Visitor.Person person, Round round, int step) {
        store.lock(round.id());
        RoundOverview now = store.overview(rounds.find(round.id()).orElseThrow());
        if (now.reminders().stream().anyMatch(it -> it.step() == step)) {
            return Reminded.ALREADY;
        }
        LocalDate today = LocalDate.now(clock);
        boolean may = step == now.reminders().size() + 1
                && now.nextReminder().filter(it -> !it.isAfter(today)).isPresent()
                && !now.round().closes().isBefore(today);
        if (!may || !store.remind(round.id(), step, today, person.account())) {
            return Reminded.NOT_NOW;
        }
        audit.write(person.account(), SurveyAction.REMINDED_IN_ROUND, round.id().value());
        return Reminded.ASKED;
    }

    /** Whether it is long enough since the last mail that somebody could get the next reminder today. */
    public boolean remindable(RoundOverview round) {
        return store.remindable(
                round.round().id(),
                round.reminders().size() + 1,
                LocalDate.now(clock).minusDays(RoundOverview.DAYS_BETWEEN));
    }

    /** Sends the invitation to the person who runs the round, with a link to a form that keeps nothing. Same key, one mail. */
    @Transactional
    public void trial(Visitor.Person person, Round round, Language language, UUID key) {
        Language written = language == Language.EN ? Language.NB : language;
        Letter letter = mail.trial(
                mail.letter(SurveyMail.Step.INVITATION, written, round, asker(round)),
                written,
                mail.trialLink(round.id()));
        outbox.put("survey-trial:" + key, person.email(), letter);
    }

    /** Who asks: whoever made the round, or the service where they are gone. */
    SurveyMail.Asker asker(Round round) {
        return store.maker(round.id())
                .map(it -> accounts.visitor(it, null).person())
                .map(it -> new SurveyMail.Asker(it.name(), it.email()))
                .orElseGet(() -> new SurveyMail.Asker("Samtidig", ""));
    }

    /**
     * A mail of the round, for the page that tells who gets which.
     *
     * @param step code of the step
     * @param before the text before the link
     * @param after the text after the link
     * @param count how many were written, and have left; none of reminders, since who got one had not answered
     */
    public record MailShown(String step, String subject, String before, String after, Outbox.Tally count) {}

    /** Every mail of the round, as it reads in a language. */
    public List<MailShown> mails(Round round, Language language) {
        return Stream.of(SurveyMail.Step.values())
                .map(step -> {
                    Letter letter = mail.letter(step, language, round, asker(round));
                    int link = letter.body().indexOf(Outbox.SECRET);
                    return new MailShown(
                            step.code(),
                            letter.subject(),
                            letter.body().substring(0, link).stripTrailing(),
                            letter.body()
                                    .substring(link + Outbox.SECRET.length())
                                    .strip(),
                            step == SurveyMail.Step.INVITATION
                                    ? outbox.tally(SurveyMail.series(round.id()), step)
                                    : new Outbox.Tally(0, 0));
                })
                .toList();
    }

    /** Invitations to people whose address holds a part; at most {@link #SHOWN}. */
    public List<TicketLine> invitations(Round round, String part) {
        return store.lines(round.id(), part.strip().toLowerCase(Locale.ROOT), SHOWN);
    }

    /** Takes an invitation back: its link leads nowhere, and mail that has not left does not go out. */
    @Transactional
    public boolean withdraw(Visitor.Person person, Round round, UUID ticket) {
        boolean withdrawn = store.withdraw(round.id(), ticket);
        if (withdrawn) {
            for (SurveyMail.Step step : SurveyMail.Step.values()) {
                outbox.takeBack(SurveyMail.series(round.id()).key(ticket, step));
            }
            audit.write(
                    person.account(),
                    SurveyAction.WITHDREW_AN_INVITATION_TO_ROUND,
                    round.id().value());
        }
        return withdrawn;
    }
}
