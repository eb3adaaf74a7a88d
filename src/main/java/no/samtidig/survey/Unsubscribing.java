package no.samtidig.survey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Secrets;
import org.springframework.stereotype.Service;

/**
 * The way out of reminders that stands in the head of a mail, where mail servers and programs read it. Its token is the ticket's random id
 * and a mark only we can make: it says nothing of the person and gives no right to answer, only to be left alone.
 */
@Service
public class Unsubscribing {
    /** Before the token. */
    public static final String PATH = "/svar/ikke-minn/";

    private static final int MARK_BYTES = 16;

    private final Tickets tickets;
    private final Secrets secrets;
    private final PublicAddress address;

    Unsubscribing(Tickets tickets, Secrets secrets, PublicAddress address) {
        this.tickets = tickets;
        this.secrets = secrets;
        this.address = address;
    }

    /** The whole address for a ticket's mails. */
    String link(UUID ticket) {
        byte[] id = Tickets.bytes(ticket);
        byte[] token = Arrays.copyOf(id, id.length + MARK_BYTES);
        System.arraycopy(mark(id), 0, token, id.length, MARK_BYTES);
        return address.of(PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Whether we have made the token. */
    public boolean ours(String token) {
        return read(token).isPresent();
    }

    /** No more reminders for the ticket; false where the token is not ours. Again changes nothing. */
    public boolean stop(String token) {
        Optional<UUID> ticket = read(token);
        ticket.ifPresent(tickets::noReminders);
        return ticket.isPresent();
    }

    private Optional<UUID> read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (all.length != Long.BYTES * 2 + MARK_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(all);
        UUID ticket = new UUID(buffer.getLong(), buffer.getLong());
        byte[] mark = Arrays.copyOfRange(all, all.length - MARK_BYTES, all.length);
        return MessageDigest.isEqual(mark, mark(Tickets.bytes(ticket))) ? Optional.of(ticket) : Optional.empty();
    }

    private byte[] mark(byte[] ticket) {
        return Arrays.copyOf(secrets.mark("survey-unsubscribe", ticket), MARK_BYTES);
    }
}
