package no.samtidig.administration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people that somebody may see: an administrator all, others those with a role at their own places, and of these only the roles
 * there. Looking is written to the audit log.
 */
@Service
public class People {
    private final PeopleStore people;
    private final PersonStore one;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    People(PeopleStore people, PersonStore one, Units units, AuditLog audit, Clock clock) {
        this.people = people;
        this.one = one;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A page of people.
     *
     * @param count on all pages
     */
    public record Found(int count, List<PersonLine> people) {
        public Found {
            people = List.copyOf(people);
        }
    }

    @Transactional
    public Found find(Visitor.Person reader, PeopleQuery query) {
        audit.write(
                reader.account(),
                AdministrationAction.SAW_PEOPLE,
                reader.acting().at().code());
        OffsetDateTime now = OffsetDateTime.now(clock);
        PeopleStore.Found found =
                query.standing().filter(PersonLine.Standing.INVITED::equals).isPresent()
                        ? people.invited(Reader.of(reader), query, now)
                        : people.accounts(
                                Reader.of(reader),
                                query,
                                query.region().map(units::scope).orElse(null),
                                now);
        return new Found(found.count(), found.people());
    }

    /** One of them; empty where there is none, or none of the reader's. */
    @Transactional
    public Optional<PersonCard> one(Visitor.Person reader, AccountId id) {
        Optional<PersonCard> found = card(reader, id);
        found.ifPresent(_ -> audit.write(reader.account(), AdministrationAction.SAW_PERSON, id.value()));
        return found;
    }

    /** The same for what is done to them next: it is not a look of its own. */
    public Optional<PersonCard> card(Visitor.Person reader, AccountId id) {
        Reader of = Reader.of(reader);
        return one.card(id, of, OffsetDateTime.now(clock))
                .filter(it ->
                        of.everything() || (it.closed() == null && !it.held().isEmpty()));
    }
}
