package no.samtidig.development.web;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.mail.Outbox;

/**
 * Mail that went out or waits.
 *
 * @param mails newest first
 */
public record MailboxPage(List<Outbox.Mail> mails) implements Page {
    public MailboxPage {
        mails = List.copyOf(mails);
    }
}
