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
    private static final Pattern PATH = Pattern.compile("/[\\w/-]*+");

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
        Matcher path = PATH.matcher(mail.body());
        int from = 0;
        for (int at = mail.body().indexOf(site); at >= 0; at = mail.body().indexOf(site, from)) {
            pieces.add(new Piece(mail.body().substring(from, at), ""));
            from = at + site.length();
            if (path.region(from, mail.body().length()).lookingAt()) {
                from = path.end();
                pieces.add(new Piece(site + path.group(), path.group()));
            } else {
                pieces.add(new Piece(site, ""));
            }
        }
        pieces.add(new Piece(mail.body().substring(from), ""));
        return pieces;
    }
}
