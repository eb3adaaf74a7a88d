package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who did what, when. Only grows: the database refuses change and removal. Holds no text a person wrote. */
@Service
public class AuditLog {
    private final JdbcClient sql;
    private final Clock clock;

    AuditLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes one line, in the caller's transaction.
     *
     * @param actor who; null for the system
     * @param action what was done
     * @param subject to which one of its kind
     */
    public void write(@Nullable AccountId actor, AuditAction action, UUID subject) {
        write(actor, action, subject.toString());
    }

    /** The same for what has an address instead of an id. */
    public void write(@Nullable AccountId actor, AuditAction action, String subject) {
        write(actor, action.code(), action.kind(), subject);
    }

    /** The same where the line also says which role it is about. */
    void write(@Nullable AccountId actor, AuditAction action, Role role, UUID subject) {
        write(actor, action.code() + " " + role.code(), action.kind(), subject.toString());
    }

    private void write(@Nullable AccountId actor, String action, String kind, String subject) {
        sql.sql("""
                insert into access.audit (id, at, actor, action, kind, subject)
                values (:id, :now, :actor, :action, :kind, :subject)
                """)
                .param("id", UUID.randomUUID())
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor == null ? null : actor.value())
                .param("action", action)
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }
}
