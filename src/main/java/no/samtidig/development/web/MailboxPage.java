package no.samtidig.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.platform.Page;
import no.samtidig.platform.mail.Outbox;

/**
 * Mail that went out or waits.
 *
 * @param mails newest first
 * @param site what links of ours begin with
 */
public record MailboxPage(List<Outbox.Mail> mails, String site) implements Page {
    public MailboxPage {
        mails = List.copyOf(mails);
    }

    /**
     * A piece of a mail's text.
     *
     * @param path where it leads on this site; empty for what is no link
     */
    public record Piece(String text, String path) {}

    /** The text of a mail, with the links that lead here as links: also when the site is reached at another address. */
    public List<Piece> pieces(Outbox.Mail mail) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = Pattern.compile(Pattern.quote(site) + "(/[\\w/-]*)").matcher(mail.body());
        int from = 0;
        while (link.find()) {
            pieces.add(new Piece(mail.body().substring(from, link.start()), ""));
            pieces.add(new Piece(link.group(), link.group(1)));
            from = link.end();
        }
        pieces.add(new Piece(mail.body().substring(from), ""));
        return pieces;
    }
}
