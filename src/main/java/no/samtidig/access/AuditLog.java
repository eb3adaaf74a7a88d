package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who did what, when. Only grows: the database refuses change and removal. Holds no text a person wrote. Each line is marked under the
 * secret key as it is written, and chained to the others within a minute ({@link AuditChain}), so that one put in, changed or taken out
 * by other ways is noticed.
 */
@Service
public class AuditLog {
    /** What a line's mark is made for. */
    static final String MARK = "audit line";

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Clock clock;

    AuditLog(JdbcClient sql, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
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
        write(actor, action.code(), action, subject, null, List.of());
    }

    /**
     * The same where the line also says where, and whom it is about.
     *
     * @param at the place; null for none
     * @param about the people whose data were seen or changed: each can see the line
     */
    public void write(
            @Nullable AccountId actor,
            AuditAction action,
            String subject,
            @Nullable Place at,
            Collection<AccountId> about) {
        write(actor, action.code(), action, subject, at, about);
    }

    /** The same where the line also says which role of an account it is about, and where. */
    void write(@Nullable AccountId actor, AuditAction action, Role role, AccountId account, @Nullable Place at) {
        write(actor, action.code() + " " + role.code(), action, account.value().toString(), at, List.of());
    }

    /** The same of an invitation to a role. */
    void write(@Nullable AccountId actor, AuditAction action, Role role, UUID invitation, Place at) {
        write(actor, action.code() + " " + role.code(), action, invitation.toString(), at, List.of());
    }

    private void write(
            @Nullable AccountId actor,
            String what,
            AuditAction action,
            String subject,
            @Nullable Place at,
            Collection<AccountId> about) {
        AuditLine line = new AuditLine(
                UUID.randomUUID(),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS),
                actor == null ? null : actor.value(),
                what,
                action.kind(),
                subject,
                at == null ? null : at.code(),
                about.stream().map(AccountId::value).distinct().sorted().toList());
        sql.sql("""
                with line as (
                    insert into access.audit (id, at, actor, action, kind, subject, place, about, mark)
                    values (:id, :now, :actor, :action, :kind, :subject, :place, nullif(:about, '{}'::uuid[]), :mark) returning id)
                insert into access.audit_unsealed (line) select id from line
                """)
                .param("id", line.id())
                .param("now", line.at())
                .param("actor", line.actor())
                .param("action", line.action())
                .param("kind", line.kind())
                .param("subject", line.subject())
                .param("place", line.place())
                .param("about", line.about().toArray(UUID[]::new))
                .param("mark", secrets.mark(MARK, line.bytes()))
                .update();
    }
}
