package no.samtidig.survey;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of rounds that nobody waits for: opening and closing them on their days, making tickets, writing mail. Everything is done in
 * handfuls, each in a transaction of its own, and can stop anywhere: what was done is marked, and a key is written once.
 */
@Component
class Posting {
    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    /** Tickets or mails at a time. */
    private static final int HANDFUL = 500;

    /** Handfuls in one run of the job. */
    private static final int RUN = 40;

    /** How long a list of addresses waits for somebody to confirm it. */
    private static final Period STAGED = Period.ofDays(1);

    /** How long it stays known who was invited, after the results are final: to answer who asks why they got a mail. */
    private static final Period KNOWN = Period.ofDays(90);

    private final RoundStore rounds;
    private final RunningStore store;
    private final JdbcClient sql;
    private final Rounds opening;
    private final Mailing mailing;
    private final Recipients recipients;
    private final Tickets tickets;
    private final SurveyMail mail;
    private final Unsubscribing unsubscribing;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Posting(
            RoundStore rounds,
            JdbcClient sql,
            RunningStore store,
            Rounds opening,
            Mailing mailing,
            Recipients recipients,
            Tickets tickets,
            SurveyMail mail,
            Unsubscribing unsubscribing,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.sql = sql;
        this.opening = opening;
        this.mailing = mailing;
        this.recipients = recipients;
        this.tickets = tickets;
        this.mail = mail;
        this.unsubscribing = unsubscribing;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> openAndCloseRounds() {
        return Tasks.recurring("open-and-close-rounds", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> openAndClose());
    }

    @Bean
    RecurringTask<Void> writeSurveyMail() {
        return Tasks.recurring("write-survey-mail", FixedDelay.ofSeconds(5)).execute((instance, context) -> write());
    }

    @Bean
    RecurringTask<Void> forgetSurveyAddresses() {
        return Tasks.recurring("forget-survey-addresses", FixedDelay.ofHours(1))
                .execute((instance, context) -> forget());
    }

    /** The day in Norway, where rounds open and close. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Norway.ZONE);
    }

    void openAndClose() {
        for (RoundId id : store.toOpen(today())) {
            opening.open(id);
            LOG.info("Round {} opened on its day", id.value());
        }
        for (RoundId id : store.toClose(today())) {
            if (opening.close(id)) {
                LOG.info("Round {} closed after its last day", id.value());
            }
        }
    }

    /** Makes tickets and writes mail, up to a run's worth; returns how many mails. */
    int write() {
        for (RoundId id : store.toIssue()) {
            rounds.find(id).ifPresent(this::issue);
        }
        int written = 0;
        for (RoundId id : store.open()) {
            Round round = rounds.find(id).orElseThrow();
            Letters letters = new Letters(round);
            int count = HANDFUL;
            for (int run = 0; run < RUN && count == HANDFUL; run++) {
                count = invite(round, letters);
                written += count;
            }
            for (RoundOverview.Reminder it : store.overview(round).reminders()) {
                if (!it.done()) {
                    written += remind(round, it.step(), letters);
                }
            }
        }
        return written;
    }

    /** A ticket for everybody in the target today who has none. Broken off, it begins again and makes what is missing. */
    private void issue(Round round) {
        List<Tickets.Invited> all = recipients.people(round.target()).stream()
                .map(Recipients.Recipient::invited)
                .toList();
        for (int from = 0; from < all.size(); from += HANDFUL) {
            List<Tickets.Invited> some = all.subList(from, Math.min(all.size(), from + HANDFUL));
            transaction.executeWithoutResult(status -> tickets.issueAll(round.id(), some));
        }
        store.issued(round.id(), OffsetDateTime.now(clock));
    }

    /** The mails of a round, written once for each language: they differ in their link only. */
    private final class Letters {
        private final Round round;
        private final SurveyMail.Asker asker;
        private final Map<SurveyMail.Step, Map<Language, Letter>> written = new EnumMap<>(SurveyMail.Step.class);

        Letters(Round round) {
            this.round = round;
            this.asker = mailing.asker(round);
        }

        void put(SurveyMail.Step step, RunningStore.Due to) {
            Letter letter = written.computeIfAbsent(step, _ -> new EnumMap<>(Language.class))
                    .computeIfAbsent(to.language(), it -> mail.letter(step, it, round, asker));
            outbox.putWithSecretForDaytime(
                    SurveyMail.series(round.id()).key(to.ticket(), step),
                    to.address(),
                    letter,
                    mail.link(tickets.code(to.ticket())),
                    unsubscribing.link(to.ticket()));
        }
    }

    private LocalDate goesOut() {
        return LocalDate.ofInstant(Daytime.next(clock.instant()), Norway.ZONE);
    }

    private int invite(Round round, Letters letters) {
        Integer count = transaction.execute(status -> {
            List<RunningStore.Due> due = store.toInvite(round.id(), HANDFUL);
            List<UUID> ids = due.stream().map(RunningStore.Due::ticket).toList();
            Set<UUID> answered = tickets.answered(ids);
            due.stream()
                    .filter(it -> !answered.contains(it.ticket()))
                    .forEach(it -> letters.put(SurveyMail.Step.INVITATION, it));
            store.invited(ids, today(), goesOut());
            return due.size();
        });
        return count == null ? 0 : count;
    }

    private int remind(Round round, int step, Letters letters) {
        LocalDate until = today().minusDays(RoundOverview.DAYS_BETWEEN);
        int written = 0;
        for (int run = 0; run < RUN; run++) {
            List<UUID> mailed = new ArrayList<>();
            Integer count = transaction.execute(status -> {
                List<RunningStore.Due> due = store.toRemind(round.id(), step, until, HANDFUL);
                List<UUID> ids = due.stream().map(RunningStore.Due::ticket).toList();
                Set<UUID> answered = tickets.answered(ids);
                due.stream().filter(it -> !answered.contains(it.ticket())).forEach(it -> {
                    letters.put(SurveyMail.Step.reminder(step), it);
                    mailed.add(it.ticket());
                });
                store.reminded(ids, step, goesOut());
                if (due.size() < HANDFUL) {
                    store.reminded(round.id(), step);
                }
                return due.size();
            });
            written += mailed.size();
            if (count == null || count < HANDFUL) {
                break;
            }
        }
        return written;
    }

    /** Forgets lists nobody confirmed, and who was invited to rounds long over. */
    void forget() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.sql("delete from survey.import_stage where made < :before")
                .param("before", now.minus(STAGED))
                .update();
        sql.sql("""
                update survey.ticket t set address = null, account = null from survey.round r
                where r.id = t.round and r.settled < :before and (t.address is not null or t.account is not null)
                """).param("before", now.minus(KNOWN)).update();
    }
}
