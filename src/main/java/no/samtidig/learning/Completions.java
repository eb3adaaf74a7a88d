package no.samtidig.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.StaffMember;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.organisation.UnitPath;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a leader sees of the staff: how many lessons are completed, and when. Never what was done inside a lesson. */
@Service
public class Completions {
    private final ProgressStore store;
    private final KnowledgeModules modules;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Completions(ProgressStore store, KnowledgeModules modules, Accounts accounts, AuditLog audit, Clock clock) {
        this.store = store;
        this.modules = modules;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the leader does with the list; the audit log tells them apart. */
    public enum Look {
        SEEN(LearningAction.SAW),
        EXPORTED(LearningAction.EXPORTED);

        private final LearningAction action;

        Look(LearningAction action) {
            this.action = action;
        }
    }

    /** The modules that there is something to complete in. */
    public List<KnowledgeModule> finished() {
        return modules.all().stream().filter(KnowledgeModule::finished).toList();
    }

    /** The staff that the role acted in covers, by name. Looking is written to the audit log, with the places looked at. */
    @Transactional
    public List<StaffCompletion> ofStaff(Visitor.Person leader, Look look) {
        List<StaffMember> staff = accounts.staffWithin(leader.acting().scope());
        List<AccountId> learners = staff.stream().map(StaffMember::account).toList();
        audit.write(
                leader.account(), look.action, places(leader), leader.acting().at(), learners);
        return inModules(staff);
    }

    private List<StaffCompletion> inModules(List<StaffMember> staff) {
        List<AccountId> learners = staff.stream().map(StaffMember::account).toList();
        Map<String, Map<AccountId, Map<String, OffsetDateTime>>> completions = finished().stream()
                .collect(Collectors.toMap(KnowledgeModule::slug, it -> store.completions(learners, it.slug())));
        return staff.stream()
                .map(member -> new StaffCompletion(
                        member,
                        finished().stream()
                                .map(it -> StaffCompletion.InModule.of(
                                        it,
                                        days(completions
                                                .getOrDefault(it.slug(), Map.of())
                                                .getOrDefault(member.account(), Map.of()))))
                                .toList()))
                .toList();
    }

    /**
     * How many have begun.
     *
     * @param begun have completed a lesson
     * @param of the staff, without the leader
     */
    public record Begun(int begun, int of) {}

    /** A number under this is nearly a name. */
    private static final int FEWEST = 5;

    /** How many of the staff have begun, without names and therefore without a line in the log; empty where they are fewer than five. */
    @Transactional(readOnly = true)
    public Optional<Begun> begun(Visitor.Person leader) {
        List<StaffMember> staff = accounts.staffWithin(leader.acting().scope()).stream()
                .filter(it -> !it.account().equals(leader.account()))
                .toList();
        if (staff.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new Begun(
                (int) inModules(staff).stream()
                        .filter(it -> it.modules().stream().anyMatch(in -> in.completed() > 0))
                        .count(),
                staff.size()));
    }

    private static String places(Visitor.Person leader) {
        return leader.acting().scope().paths().stream().map(UnitPath::value).collect(Collectors.joining(" "));
    }

    private Map<String, LocalDate> days(Map<String, OffsetDateTime> times) {
        return times.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> it.getValue().atZoneSameInstant(clock.getZone()).toLocalDate()));
    }
}
