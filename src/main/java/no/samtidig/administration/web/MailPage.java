package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.mail.MailQueue;
import no.samtidig.platform.ui.Status;

/**
 * How mail stands.
 *
 * @param rooms what the reader may open
 * @param search what was asked
 * @param found a page of mails
 * @param tally how many there are of each state
 * @param server whether a mail server is named
 * @param done what was just done, under {@code mail.done.}; empty where nothing was
 */
public record MailPage(
        List<Room> rooms, MailSearch search, MailQueue.Found found, MailQueue.Tally tally, boolean server, String done)
        implements Page {
    private static final List<String> DONE = List.of("igjen", "alle-igjen", "uendret");

    public MailPage {
        rooms = List.copyOf(rooms);
        done = DONE.contains(done) ? done : "";
    }

    public static Status status(MailQueue.Line it) {
        return switch (it.state()) {
            case GIVEN_UP -> Status.FAILED;
            case FAILED -> Status.LATE;
            case WAITING -> Status.WAITING;
            case SENT -> Status.DONE;
        };
    }
}
