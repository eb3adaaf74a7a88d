package no.samtidig.platform.mail;

import java.util.UUID;
import no.samtidig.platform.code.Coded;

/**
 * The mails about one thing, which go to many people in steps, such as an invitation and its reminders. Each step goes to each of them
 * once.
 *
 * @param kind what they are about, such as {@code survey}
 * @param id which one
 */
public record MailSeries(String kind, UUID id) {
    /** The outbox's key for a step to somebody. */
    public String key(UUID to, Coded step) {
        return prefix() + to + suffix(step);
    }

    /** What the keys of all its mails begin with. */
    String prefix() {
        return kind + ":" + id + ":";
    }

    /** What the keys of a step end with. */
    String suffix(Coded step) {
        return ":" + step.code();
    }
}
