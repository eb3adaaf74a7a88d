package no.samtidig.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role where, as far as the reader's own places reach. Looking is written to the audit log. */
@Service
public class RoleHolders {
    private final RoleHolderStore store;
    private final AuditLog audit;
    private final Clock clock;

    RoleHolders(RoleHolderStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many have a role.
     *
     * @param people who have it
     * @param places where they have it
     */
    public record Count(Role role, int people, int places) {}

    /** Of every role that anybody has, in the order of {@link Role}. */
    public List<Count> counts(Visitor.Person reader) {
        return store.counts(Reader.of(reader), OffsetDateTime.now(clock));
    }

    /**
     * Somebody with a role at a place.
     *
     * @param name full name
     * @param email address for mail
     * @param place by name
     * @param owner of the unit, by name; empty for other places
     * @param since from which day
     * @param seen the day of the last sign-in, as the day or nothing
     */
    public record Holder(
            Role role, String place, String owner, String name, String email, LocalDate since, String seen) {}

    /** Everybody, by role and place, for a file. */
    @Transactional
    public List<Holder> all(Visitor.Person reader) {
        audit.write(
                reader.account(),
                AdministrationAction.EXPORTED_ROLES,
                reader.acting().at().code());
        return store.all(Reader.of(reader), OffsetDateTime.now(clock));
    }
}
