package no.samtidig.improvement.action;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mail about goals and actions ({@code journey.md} section 9): to the owner three days before an action's day and one week after, then
 * silence; to the staff the day after goals were set. One a person, step and day, on weekdays by day; each says why it came.
 */
@Component
class ActionMail {
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS_AFTER = 7;

    /** What has been due for longer is let be: nobody is reminded of an autumn after a hold. */
    private static final int DAYS_AFTER_AT_MOST = 21;

    private final ActionMailStore store;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Texts texts;
    private final PublicAddress address;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ActionMail(
            ActionMailStore store,
            Accounts accounts,
            Outbox outbox,
            Texts texts,
            PublicAddress address,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Which mail; the words stand under {@code action-mail.<code>}. */
    private enum Step implements Coded {
        BEFORE,
        AFTER,
        GOALS
    }

    @Bean
    RecurringTask<Void> remindOfActions() {
        return Tasks.recurring("remind-of-actions", FixedDelay.ofMinutes(30)).execute((_, _) -> write());
    }

    /** Writes what is to be written today, if people are at work now. */
    void write() {
        if (Daytime.at(clock.instant())) {
            transaction.executeWithoutResult(_ -> writeNow(LocalDate.now(clock)));
        }
    }

    private void writeNow(LocalDate today) {
        List<ActionMailStore.Due> before = store.before(today, DAYS_BEFORE);
        remind(Step.BEFORE, before, today);
        before.forEach(it -> store.toldBefore(it.action()));
        List<ActionMailStore.Due> after =
                store.after(today, today.minusDays(DAYS_AFTER_AT_MOST), today.minusDays(DAYS_AFTER));
        remind(Step.AFTER, after, today);
        after.forEach(it -> store.toldAfter(it.action()));
        for (ActionMailStore.Untold it : store.untold(today)) {
            List<String> goals = store.sentences(it.journey());
            staff(it).values().forEach(to -> put(Step.GOALS, to, today, goals, to.place()));
            store.told(it.journey(), today);
        }
    }

    private Map<AccountId, Accounts.Colleague> staff(ActionMailStore.Untold at) {
        return accounts.colleaguesAt(List.of(at.unit())).stream()
                .collect(Collectors.toMap(Accounts.Colleague::account, it -> it, (one, _) -> one, LinkedHashMap::new));
    }

    /** To whoever owns it and still works there; what everybody owns, to whoever leads. */
    private void remind(Step step, List<ActionMailStore.Due> due, LocalDate today) {
        Map<AccountId, Accounts.Colleague> people = new LinkedHashMap<>();
        Map<AccountId, List<ActionMailStore.Due>> theirs = new LinkedHashMap<>();
        for (ActionMailStore.Due it : due) {
            for (Accounts.Colleague one : accounts.colleaguesAt(List.of(it.unit()))) {
                boolean owns = it.everybody()
                        ? one.role() == Role.UNIT_LEADER
                        : one.account().value().equals(it.owner());
                List<ActionMailStore.Due> list = theirs.getOrDefault(one.account(), List.of());
                if (owns && !list.contains(it)) {
                    people.put(one.account(), one);
                    theirs.computeIfAbsent(one.account(), _ -> new ArrayList<>())
                            .add(it);
                }
            }
        }
        theirs.forEach((account, list) -> {
            Accounts.Colleague to = people.get(account);
            if (to != null) {
                List<String> lines = list.stream()
                        .map(it -> it.words() + " (" + to.language().date(it.due()) + ")")
                        .toList();
                put(step, to, today, lines, to.place());
            }
        });
    }

    private void put(Step step, Accounts.Colleague to, LocalDate today, List<String> lines, String place) {
        Letter letter = Letter.of(
                texts,
                to.language(),
                "action-mail." + step.code(),
                to.name(),
                lines.stream().map("– "::concat).collect(Collectors.joining("\n")),
                lines.size(),
                address.of("/enheten/tiltak"),
                place);
        outbox.putForDaytime("actions:" + to.account().value() + ":" + step.code() + ":" + today, to.email(), letter);
    }
}
