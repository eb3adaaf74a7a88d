package no.samtidig.access.web;

import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.Addresses;
import no.samtidig.access.Inviting;
import no.samtidig.platform.Page;
import no.samtidig.platform.mail.Outbox;

/**
 * What would be sent, to whom.
 *
 * @param draft what was asked for
 * @param ready what it comes to
 * @param key names the sending
 */
public record InvitePreviewPage(Inviting.Draft draft, Inviting.Checked.Ready ready, UUID key) implements Page {
    /** The list as it is sent on: one a line. */
    public String written() {
        return ready.recipients().stream().map(Addresses.Recipient::written).collect(Collectors.joining("\n"));
    }

    /** The mail's text before its link. */
    public String before() {
        return ready.text().substring(0, ready.text().indexOf(Outbox.SECRET)).stripTrailing();
    }

    /** The mail's text after its link. */
    public String after() {
        return ready.text()
                .substring(ready.text().indexOf(Outbox.SECRET) + Outbox.SECRET.length())
                .strip();
    }
}
