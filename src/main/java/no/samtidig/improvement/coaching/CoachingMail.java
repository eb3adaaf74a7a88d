package no.samtidig.improvement.coaching;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Grant;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mail to coaches on the first working day of a week: the talks they have in it ({@code journey.md} section 9). One a coach and week, by
 * day; none where there is no talk.
 */
@Component
class CoachingMail {
    private final TalkStore store;
    private final Accounts accounts;
    private final Units units;
    private final Outbox outbox;
    private final Texts texts;
    private final PublicAddress address;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CoachingMail(
            TalkStore store,
            Accounts accounts,
            Units units,
            Outbox outbox,
            Texts texts,
            PublicAddress address,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.units = units;
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> writeCoachingMail() {
        return Tasks.recurring("write-coaching-mail", FixedDelay.ofMinutes(30)).execute((_, _) -> write());
    }

    /** Writes what is to be written today, if it is the week's first working day and people are at work now. */
    void write() {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (Daytime.at(clock.instant()) && today.equals(TalkPlan.working(monday))) {
            transaction.executeWithoutResult(_ -> store.coaches().forEach(it -> write(it, today, monday)));
        }
    }

    private void write(TalkStore.Coach coach, LocalDate today, LocalDate monday) {
        Visitor.Person person =
                accounts.visitor(new AccountId(coach.account()), null).person();
        if (person == null) {
            return;
        }
        List<String> lines = person.grants().stream()
                .filter(it -> it.role().permissions().contains(Permission.RUN_PIPELINE))
                .map(Grant::scope)
                .flatMap(it -> store.planned(person.account(), it, today, monday.plusDays(6)).stream())
                .distinct()
                .map(it -> "– " + name(it) + ", " + coach.language().date(it.day()))
                .toList();
        if (!lines.isEmpty()) {
            Letter letter = Letter.of(
                    texts,
                    coach.language(),
                    "coaching-mail",
                    person.name(),
                    lines.size(),
                    lines.stream().collect(Collectors.joining("\n")),
                    address.of("/min-side"));
            outbox.putForDaytime("coaching:" + person.account().value() + ":" + monday, person.email(), letter);
        }
    }

    private String name(TalkStore.OfCoach it) {
        return units.whenever(new UnitPath(it.unit())).map(Unit::name).orElse("");
    }
}
