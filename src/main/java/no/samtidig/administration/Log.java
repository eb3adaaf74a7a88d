package no.samtidig.administration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditChain;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit log, for an administrator to read. Reading it is a line of it too. */
@Service
public class Log {
    /** People looked for by a word at most. */
    private static final int PEOPLE = 100;

    private final LogStore store;
    private final AuditLog audit;
    private final AuditChain chain;

    Log(LogStore store, AuditLog audit, AuditChain chain) {
        this.store = store;
        this.audit = audit;
        this.chain = chain;
    }

    /**
     * A page of lines.
     *
     * @param count on all pages, {@link LogQuery#MOST} at most
     */
    public record Found(int count, List<LogLine> lines) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    @Transactional
    public Found find(Visitor.Person reader, LogQuery query) {
        return look(reader, query, AdministrationAction.SAW_LOG);
    }

    /** The same for a file: as many as are counted. */
    @Transactional
    public List<LogLine> all(Visitor.Person reader, LogQuery query) {
        LogQuery whole =
                new LogQuery(query.words(), query.topic(), query.place(), query.from(), query.to(), 0, LogQuery.MOST);
        return look(reader, whole, AdministrationAction.EXPORTED_LOG).lines();
    }

    private Found look(Visitor.Person reader, LogQuery query, AdministrationAction action) {
        List<UUID> people = query.words().isBlank() ? List.of() : store.people(query, PEOPLE);
        audit.write(
                reader.account(),
                action,
                query.topic().map(LogQuery.Topic::code).orElse("-"),
                query.place().orElseGet(Place.Country::new),
                people.size() > 1
                        ? List.of()
                        : people.stream().map(AccountId::new).toList());
        return new Found(store.count(query, people), store.lines(query, people));
    }

    /** Looks the chain through now. */
    public AuditChain.Check check(Visitor.Person reader) {
        chain.seal();
        AuditChain.Check check = chain.check();
        audit.write(reader.account(), AdministrationAction.CHECKED_LOG, "-");
        return check;
    }

    /** The last look through the chain, by anybody. */
    public Optional<AuditChain.Check> lastCheck() {
        return chain.last();
    }
}
