package no.samtidig.administration;

import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.platform.mail.MailQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How mail stands, for an administrator. What a mail says is not shown. */
@Service
public class Mails {
    private final MailQueue queue;
    private final AuditLog audit;

    Mails(MailQueue queue, AuditLog audit) {
        this.queue = queue;
        this.audit = audit;
    }

    /** A page of mails; whom they are to is seen, so looking is logged. */
    @Transactional
    public MailQueue.Found find(
            Visitor.Person reader, Optional<MailQueue.State> state, String recipient, int offset, int rows) {
        audit.write(reader.account(), AdministrationAction.SAW_MAIL, "-");
        return queue.find(state, recipient, offset, rows);
    }

    public MailQueue.Tally tally() {
        return queue.tally();
    }

    public boolean server() {
        return queue.server();
    }

    /** Tries one that failed once more; false where it has left. */
    @Transactional
    public boolean again(Visitor.Person by, UUID id) {
        boolean again = queue.again(id);
        if (again) {
            audit.write(by.account(), AdministrationAction.RETRIED_MAIL, id);
        }
        return again;
    }

    /** The same for all that were given up; returns how many. */
    @Transactional
    public int allAgain(Visitor.Person by) {
        int again = queue.allAgain();
        if (again > 0) {
            audit.write(by.account(), AdministrationAction.RETRIED_MAIL, "-");
        }
        return again;
    }
}
