package no.samtidig.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.access.AuditChain;
import no.samtidig.access.SecondStepResets;
import no.samtidig.platform.JobRuns;
import no.samtidig.platform.mail.MailQueue;
import org.springframework.stereotype.Service;

/** What an administrator must see to just now, the gravest first. */
@Service
public class Alerts {
    /** An invitation that ends so soon is told of while it can still be sent again. */
    static final Duration EXPIRES_SOON = Duration.ofDays(3);

    private final FigureStore store;
    private final SecondStepResets resets;
    private final AuditChain chain;
    private final MailQueue mail;
    private final JobRuns jobs;
    private final Condition condition;
    private final Clock clock;

    Alerts(
            FigureStore store,
            SecondStepResets resets,
            AuditChain chain,
            MailQueue mail,
            JobRuns jobs,
            Condition condition,
            Clock clock) {
        this.store = store;
        this.resets = resets;
        this.chain = chain;
        this.mail = mail;
        this.jobs = jobs;
        this.condition = condition;
        this.clock = clock;
    }

    public List<Alert> all() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Alert> all = new ArrayList<>();
        resets.waiting()
                .forEach(it -> all.add(Alert.of(
                        "reset", "/forvaltning/personer/" + it.account().value(), it.name(), it.asker())));
        chain.last()
                .filter(it -> !it.found().isEmpty())
                .ifPresent(it -> all.addFirst(
                        Alert.of("log", "/forvaltning/logg", it.found().size())));
        count(all, "disk", "/forvaltning/tilstand", condition.diskFull() ? 1 : 0);
        count(all, "backup", "/forvaltning/tilstand", condition.backupMissing() ? 1 : 0);
        count(all, "mail-server", "/forvaltning/tilstand", condition.mailServerMissing() ? 1 : 0);
        count(all, "job", "/forvaltning/jobber", jobs.failed());
        count(all, "mail", "/forvaltning/epost?status=oppgitt", mail.tally().givenUp());
        count(
                all,
                "one-administrator",
                "/forvaltning/personer?rolle=administrator",
                store.administrators(now) == 1 ? 1 : 0);
        count(all, "expiring", "/invitasjoner", store.expiring(now, now.plus(EXPIRES_SOON)));
        count(all, "no-leader", "/forvaltning/roller", store.unitsWithoutLeader(now));
        return List.copyOf(all);
    }

    private static void count(List<Alert> all, String what, String path, int count) {
        if (count > 0) {
            all.add(Alert.of(what, path, count));
        }
    }
}
