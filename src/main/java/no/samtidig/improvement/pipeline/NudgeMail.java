package no.samtidig.improvement.pipeline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Grant;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One gathered mail to a regional contact on the first working day of a week: the units they follow that have been still for longer than
 * their stage should be ({@code journey.md} section 8, <i>Nudge after</i>; the days are those of {@link
 * no.samtidig.improvement.Stage#nudgeAfter}), and those of the region that nobody follows. None where no unit is still.
 */
@Component
class NudgeMail {
    /** Units in a mail at most: the rest are in the list it links to. Our own choice. */
    static final int MOST = 20;

    private final NudgeStore store;
    private final Pipeline pipeline;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Texts texts;
    private final PublicAddress address;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NudgeMail(
            NudgeStore store,
            Pipeline pipeline,
            Accounts accounts,
            Outbox outbox,
            Texts texts,
            PublicAddress address,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.pipeline = pipeline;
        this.accounts = accounts;
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> writeNudgeMail() {
        return Tasks.recurring("write-nudge-mail", FixedDelay.ofMinutes(30)).execute((_, _) -> write());
    }

    /** Writes what is to be written today, if it is the week's first working day and people are at work now. Again, it writes nothing. */
    void write() {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = Stream.iterate(monday, it -> it.plusDays(1))
                .filter(Daytime::working)
                .findFirst()
                .orElseThrow();
        if (Daytime.at(clock.instant()) && today.equals(first)) {
            store.contacts(monday)
                    .forEach(it -> transaction.executeWithoutResult(_ -> write(it.account(), it.language(), monday)));
        }
    }

    private void write(AccountId account, Language language, LocalDate monday) {
        Visitor.Person person = accounts.visitor(account, null).person();
        if (person == null) {
            return;
        }
        List<PipelineStore.Still> still = person.grants().stream()
                .filter(it -> it.role().permissions().contains(Permission.RUN_PIPELINE))
                .map(Grant::scope)
                .flatMap(it -> pipeline.still(account, it).stream())
                .distinct()
                .toList();
        if (still.isEmpty()) {
            return;
        }
        String lines = Stream.concat(
                        still.stream().limit(MOST).map(it -> "– " + line(it, language)),
                        still.size() > MOST
                                ? Stream.of(texts.text(language, "nudge-mail.more", still.size() - MOST))
                                : Stream.empty())
                .collect(Collectors.joining("\n"));
        outbox.putForDaytime(
                NudgeStore.key(account, monday),
                person.email(),
                Letter.of(
                        texts,
                        language,
                        "nudge-mail",
                        person.name(),
                        still.size(),
                        lines,
                        address.of("/regionen/enheter?venter=stille")));
    }

    private String line(PipelineStore.Still it, Language language) {
        String line = texts.text(language, "nudge-mail." + it.stage().code(), it.name(), language.date(it.since()));
        return it.mine() ? line : line + " " + texts.text(language, "nudge-mail.nobody");
    }
}
