package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.samtidig.platform.backup.Erasures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything kept about a person: to be taken out, and to be deleted. What it is, each module's {@link PersonalData} says. */
@Service
public class OwnData {
    /** What {@link Erasures} calls it. */
    static final String ERASURE = "own-learning";

    private final AuditLog audit;
    private final Erasures erasures;
    private final ObjectProvider<PersonalData> everybodys;
    private final Clock clock;

    OwnData(AuditLog audit, Erasures erasures, ObjectProvider<PersonalData> everybodys, Clock clock) {
        this.audit = audit;
        this.erasures = erasures;
        this.everybodys = everybodys;
        this.clock = clock;
    }

    /**
     * A copy of everything.
     *
     * @param made when
     * @param name full name
     * @param email address
     * @param roles the roles in force, with their places
     * @param kept kind of thing to its rows, of what the person has done here; the kinds are the names of the tables
     * @param others the same of what belongs to the account, such as sessions
     */
    public record Copy(
            OffsetDateTime made,
            String name,
            String email,
            List<Held> roles,
            Map<String, List<Map<String, Object>>> kept,
            Map<String, List<Map<String, Object>>> others) {
        public Copy {
            roles = List.copyOf(roles);
            kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

    /**
     * A role somebody has.
     *
     * @param role its code
     * @param place where
     */
    public record Held(String role, String place) {}

    /** A copy of everything kept about the person. */
    @Transactional(readOnly = true)
    public Copy copy(Visitor.Person person) {
        return new Copy(
                OffsetDateTime.now(clock),
                person.name(),
                person.email(),
                person.grants().stream()
                        .map(it -> new Held(it.role().code(), it.place()))
                        .toList(),
                kept(false, person.account()),
                kept(true, person.account()));
    }

    /** The kinds in which the person's own words stand, to be read as they are. */
    public Set<String> ownWords() {
        Set<String> kinds = new TreeSet<>();
        everybodys.forEach(it -> kinds.addAll(it.ownWords()));
        return kinds;
    }

    /** Deletes everything the person has done here, for good. The account itself stays, and the audit log says that it was done. */
    @Transactional
    public void delete(AccountId person) {
        erasures.note(ERASURE, person.value());
        erase(person);
        audit.write(person, AccessAction.DELETED_OWN_LEARNING, person.value());
    }

    /** The same for what a restore brought back. */
    void erase(AccountId person) {
        all(false).forEach(it -> it.erase(person));
    }

    private Map<String, List<Map<String, Object>>> kept(boolean ofTheAccount, AccountId account) {
        Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
        all(ofTheAccount).forEach(it -> kept.putAll(it.kept(account)));
        return kept;
    }

    private Stream<PersonalData> all(boolean ofTheAccount) {
        return everybodys.orderedStream().filter(it -> it.ofTheAccount() == ofTheAccount);
    }
}
