package no.samtidig.survey.web.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.RoundOverview;

/**
 * Who gets which mail, when and why.
 *
 * @param it the round
 * @param language what the mails are shown in
 * @param mails every mail there can be
 */
public record RoundMailPage(RoundOverview it, Language language, List<Mailing.MailShown> mails) implements Page {
    public RoundMailPage {
        mails = List.copyOf(mails);
    }

    /** Which reminder a mail is; 0 for the invitation. */
    public int step(Mailing.MailShown mail) {
        return mails.indexOf(mail);
    }

    /** The day a mail was asked for; empty where it was not. */
    public Optional<LocalDate> asked(Mailing.MailShown mail) {
        int step = step(mail);
        return step == 0
                ? it.firstMail()
                : it.reminders().stream()
                        .filter(reminder -> reminder.step() == step)
                        .map(RoundOverview.Reminder::asked)
                        .findFirst();
    }

    /** When a mail went, or will go. */
    public String when(View view, Mailing.MailShown mail) {
        return asked(mail)
                .map(day -> view.text(step(mail) == 0 ? "rounds.mail.sent" : "rounds.mail.asked", view.date(day)))
                .orElseGet(() -> view.text(
                        "rounds.mail.when." + mail.step(), view.date(it.round().opens())));
    }

    public String path() {
        return OneRound.path(it.round().id());
    }
}
