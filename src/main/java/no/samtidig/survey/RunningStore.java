package no.samtidig.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of running rounds: how far they have come, and what is sent for their tickets. */
@Repository
class RunningStore {
    /** A ticket stands for somebody, not for paper, where it is on no sheet. */
    private static final String PROGRESS = """
            select r.id, r.ready is not null as ready, r.issued is not null as issued,
                (select count(*) from survey.ticket t where t.round = r.id and not t.withdrawn and t.sheet is null) as people,
                (select count(*) from survey.ticket t where t.round = r.id and not t.withdrawn and t.sheet is null
                    and t.invited is not null) as written,
                (select count(*) from survey.ticket t where t.round = r.id and not t.withdrawn and t.sheet is not null) as on_paper,
                (select count(*) from survey.ticket t where t.round = r.id and t.withdrawn) as withdrawn,
                (select count(*) from survey.envelope e where e.round = r.id) as answered,
                r.opened is not null and r.closed is null as open,
                (select min(t.mailed) from survey.ticket t where t.round = r.id) as first_mail
            from survey.round r where r.id = :round
            """;

    private final JdbcClient sql;

    RunningStore(JdbcClient sql) {
        this.sql = sql;
    }

    RoundOverview overview(Round round) {
        List<RoundOverview.Reminder> reminders = sql.sql(
                        "select step, asked, done from survey.reminder where round = :round order by step")
                .param("round", round.id().value())
                .query((row, number) -> new RoundOverview.Reminder(
                        row.getInt("step"), row.getObject("asked", LocalDate.class), row.getBoolean("done")))
                .list();
        return sql.sql(PROGRESS)
                .param("round", round.id().value())
                .query((row, number) -> new RoundOverview(
                        round,
                        row.getBoolean("ready"),
                        row.getBoolean("issued"),
                        row.getInt("people"),
                        row.getInt("written"),
                        row.getInt("on_paper"),
                        row.getInt("withdrawn"),
                        RoundOverview.told(
                                row.getInt("answered"),
                                row.getInt("people") + row.getInt("on_paper") + row.getInt("withdrawn"),
                                row.getBoolean("open")),
                        Optional.ofNullable(row.getObject("first_mail", LocalDate.class)),
                        reminders))
                .single();
    }

    /** Whoever made it; empty where they are erased. */
    Optional<AccountId> maker(RoundId round) {
        return sql.sql("select made_by from survey.round where id = :round and made_by is not null")
                .param("round", round.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /**
     * Locks the round until the transaction ends, so that two who press one button come after each other. Answers go on coming in.
     *
     * @return whether it is not closed
     */
    boolean lock(RoundId round) {
        return sql.sql("select closed is null from survey.round where id = :round for no key update")
                .param("round", round.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    boolean ready(RoundId round, OffsetDateTime now) {
        return sql.sql("update survey.round set ready = :now where id = :round and ready is null and opened is null")
                        .param("now", now)
                        .param("round", round.value())
                        .update()
                == 1;
    }

    void notReady(RoundId round) {
        sql.sql("update survey.round set ready = null where id = :round and opened is null")
                .param("round", round.value())
                .update();
    }

    void issued(RoundId round, OffsetDateTime now) {
        sql.sql("update survey.round set issued = :now where id = :round")
                .param("now", now)
                .param("round", round.value())
                .update();
    }

    void issueAgain(RoundId round) {
        sql.sql("update survey.round set issued = null where id = :round and opened is not null and closed is null")
                .param("round", round.value())
                .update();
    }

    boolean days(RoundId round, LocalDate opens, LocalDate closes) {
        return sql.sql("""
                        update survey.round set closes = :closes, opens = case when opened is null then :opens else opens end
                        where id = :round and closed is null
                        """)
                        .param("opens", opens)
                        .param("closes", closes)
                        .param("round", round.value())
                        .update()
                == 1;
    }

    /** Before it opens only. */
    boolean first(RoundId round, Round.First first) {
        return sql.sql("update survey.round set first = :first where id = :round and opened is null")
                        .param("first", first.code())
                        .param("round", round.value())
                        .update()
                == 1;
    }

    boolean remove(RoundId round) {
        return sql.sql("delete from survey.round where id = :round and opened is null")
                        .param("round", round.value())
                        .update()
                == 1;
    }

    boolean remind(RoundId round, int step, LocalDate today, AccountId by) {
        return sql.sql("""
                        insert into survey.reminder (round, step, asked, asked_by) values (:round, :step, :today, :by)
                        on conflict do nothing
                        """)
                        .param("round", round.value())
                        .param("step", step)
                        .param("today", today)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void reminded(RoundId round, int step) {
        sql.sql("update survey.reminder set done = true where round = :round and step = :step")
                .param("round", round.value())
                .param("step", step)
                .update();
    }

    List<RoundId> toOpen(LocalDate today) {
        return ids(sql.sql("select id from survey.round where ready is not null and opened is null and opens <= :today")
                .param("today", today));
    }

    List<RoundId> toClose(LocalDate today) {
        return ids(
                sql.sql("select id from survey.round where opened is not null and closed is null and closes < :today")
                        .param("today", today));
    }

    List<RoundId> toIssue() {
        return ids(
                sql.sql("select id from survey.round where opened is not null and closed is null and issued is null"));
    }

    List<RoundId> open() {
        return ids(sql.sql("select id from survey.round where opened is not null and closed is null"));
    }

    private static List<RoundId> ids(JdbcClient.StatementSpec query) {
        return query.query((row, _) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
    }

    /** A ticket whose mail is to be written. */
    record Due(UUID ticket, String address, Language language) {}

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("address"),
                Language.of(row.getString("language")).orElse(Language.NB));
    }

    /** Tickets without an invitation, locked for this transaction. */
    List<Due> toInvite(RoundId round, int count) {
        return sql.sql("""
                select id, address, language from survey.ticket
                where round = :round and address is not null and invited is null and not withdrawn
                limit :count for update skip locked
                """)
                .param("round", round.value())
                .param("count", count)
                .query(RunningStore::due)
                .list();
    }

    /** Tickets that a reminder is for: not used, nothing said against it, and no mail for some days. */
    List<Due> toRemind(RoundId round, int step, LocalDate mailedUntil, int count) {
        return sql.sql("""
                select id, address, language from survey.ticket
                where round = :round and address is not null and mailed <= :until and reminded < :step
                  and not withdrawn and not used and not no_reminders
                limit :count for update skip locked
                """)
                .param("round", round.value())
                .param("until", mailedUntil)
                .param("step", step)
                .param("count", count)
                .query(RunningStore::due)
                .list();
    }

    void invited(List<UUID> tickets, LocalDate today, LocalDate goesOut) {
        sql.sql("update survey.ticket set invited = :today, mailed = :out where id = any(:tickets)")
                .param("today", today)
                .param("out", goesOut)
                .param("tickets", tickets.toArray(UUID[]::new))
                .update();
    }

    void reminded(List<UUID> tickets, int step, LocalDate goesOut) {
        sql.sql("update survey.ticket set reminded = :step, mailed = :out where id = any(:tickets)")
                .param("step", step)
                .param("out", goesOut)
                .param("tickets", tickets.toArray(UUID[]::new))
                .update();
    }

    /** Whether somebody had the last mail so long ago. Who has answered is not looked at: whoever asks would learn it. */
    boolean remindable(RoundId round, int step, LocalDate mailedUntil) {
        return sql.sql("""
                select exists (select from survey.ticket
                    where round = :round and address is not null and mailed <= :until and reminded < :step and not withdrawn)
                """)
                .param("round", round.value())
                .param("until", mailedUntil)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    /** A ticket as those who run a round see it: who and where, never whether it is used. Who had a reminder had not answered. */
    private static TicketLine line(ResultSet row, int number) throws SQLException {
        return new TicketLine(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getString("address")).orElse(""),
                row.getString("unit"),
                Optional.ofNullable(row.getString("staff_group")).flatMap(StaffGroup::of),
                Optional.ofNullable(row.getObject("invited", LocalDate.class)));
    }

    List<TicketLine> lines(RoundId round, String part, int most) {
        return sql.sql("""
                select id, account, address, unit::text as unit, staff_group, invited from survey.ticket
                where round = :round and sheet is null and not withdrawn and address is not null
                  and (:part = '' or position(:part in address) > 0)
                order by address limit :most
                """)
                .param("round", round.value())
                .param("part", part)
                .param("most", most)
                .query(RunningStore::line)
                .list();
    }

    /** A used one is withdrawn too, which changes nothing for its answer: one that stayed would be known as used. */
    boolean withdraw(RoundId round, UUID ticket) {
        return sql.sql(
                                "update survey.ticket set withdrawn = true where round = :round and id = :ticket and not withdrawn")
                        .param("round", round.value())
                        .param("ticket", ticket)
                        .update()
                == 1;
    }

    /** Paths of the units where tickets of people stand. */
    Set<String> invitedAt(RoundId round) {
        return sql.sql("""
                select distinct unit::text from survey.ticket where round = :round and not withdrawn and sheet is null
                """).param("round", round.value()).query(String.class).set();
    }

    List<Sheet> sheets(RoundId round) {
        return sql.sql("""
                select sheet, min(unit::text) as unit, min(language) as language, min(made) as made, count(*) as n,
                    count(*) filter (where not withdrawn) as standing
                from survey.ticket where round = :round and sheet is not null group by sheet order by made desc, unit, sheet
                """)
                .param("round", round.value())
                .query((row, number) -> new Sheet(
                        row.getObject("sheet", UUID.class),
                        row.getString("unit"),
                        Language.of(row.getString("language")).orElse(Language.NB),
                        row.getObject("made", LocalDate.class),
                        row.getInt("n"),
                        row.getInt("standing")))
                .list();
    }

    /**
     * Tickets made for one printing.
     *
     * @param count all that were printed
     * @param standing those not withdrawn
     */
    record Sheet(UUID id, String unit, Language language, LocalDate made, int count, int standing) {}

    /** All of a sheet that stand: without the used ones, a new print would tell how many of a unit have answered. */
    List<UUID> standing(RoundId round, UUID sheet) {
        return sql.sql("""
                select id from survey.ticket where round = :round and sheet = :sheet and not withdrawn order by digest
                """)
                .param("round", round.value())
                .param("sheet", sheet)
                .query(UUID.class)
                .list();
    }

    void withdrawSheet(RoundId round, UUID sheet) {
        sql.sql("update survey.ticket set withdrawn = true where round = :round and sheet = :sheet")
                .param("round", round.value())
                .param("sheet", sheet)
                .update();
    }
}
