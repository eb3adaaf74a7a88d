package no.samtidig.survey;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inviting people without an account from a list of addresses. All of a list is taken or nothing: a line that is wrong stops it. Until
 * somebody has looked at what it comes to and said yes, no invitation is made.
 */
@Service
public class Importing {
    /** Lines at most. */
    public static final int MOST = AddressList.MOST;

    private static final int HANDFUL = 5_000;

    private final JdbcClient sql;
    private final RunningStore store;
    private final Recipients recipients;
    private final Tickets tickets;
    private final AuditLog audit;
    private final Clock clock;

    Importing(JdbcClient sql, RunningStore store, Recipients recipients, Tickets tickets, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.recipients = recipients;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a list that was sent in. */
    public sealed interface Staged {
        /** It is good, and waits to be confirmed. */
        record Waits(UUID stage) implements Staged {}

        /**
         * Something stands in the way.
         *
         * @param reason the words stand under {@code rounds.addresses.not.<reason>}
         * @param bad lines with something wrong, the first ones
         * @param count how many lines are wrong
         */
        record Refused(String reason, List<BadLine> bad, int count) implements Staged {
            public Refused {
                bad = List.copyOf(bad);
            }
        }
    }

    /**
     * A line with something wrong.
     *
     * @param kind the words stand under {@code rounds.addresses.bad.<kind>}
     */
    public record BadLine(long line, String kind, String text) {}

    /** The text of a file, whatever its encoding. */
    public static String text(byte[] file) {
        return AddressList.text(file);
    }

    /** Reads a list and keeps it for a day, if it is good. */
    @Transactional
    public Staged stage(Visitor.Person person, Round round, String content) {
        return switch (AddressList.read(content, recipients.units(round.target()))) {
            case AddressList.Read.Not not -> new Staged.Refused(not.why().code(), List.of(), 0);
            case AddressList.Read.Whole(AddressList list)
            when list.badCount() > 0 ->
                new Staged.Refused(
                        "lines",
                        list.bad().stream()
                                .map(it -> new BadLine(it.line(), it.kind().code(), it.text()))
                                .toList(),
                        list.badCount());
            case AddressList.Read.Whole _ -> {
                UUID stage = UUID.randomUUID();
                sql.sql("""
                        insert into survey.import_stage (id, round, account, made, content)
                        values (:id, :round, :account, :now, :content)
                        """)
                        .param("id", stage)
                        .param("round", round.id().value())
                        .param("account", person.account().value())
                        .param("now", OffsetDateTime.now(clock))
                        .param("content", content)
                        .update();
                yield new Staged.Waits(stage);
            }
        };
    }

    /**
     * What a list comes to.
     *
     * @param fresh addresses that get an invitation
     * @param repeated addresses that stood there more than once
     * @param known addresses that have an invitation to this round
     * @param units how many for each unit, by name
     */
    public record Preview(UUID stage, int fresh, int repeated, int known, List<Counted> units) {
        public Preview {
            units = List.copyOf(units);
        }
    }

    public record Counted(String unit, int count) {}

    /** What the person's list comes to now; empty where it is gone. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(Visitor.Person person, Round round, UUID stage) {
        List<Unit> units = recipients.units(round.target());
        return content(person, round, stage)
                .flatMap(it -> AddressList.read(it, units) instanceof AddressList.Read.Whole(AddressList list)
                        ? Optional.of(list)
                        : Optional.empty())
                .map(list -> {
                    List<AddressList.Entry> fresh = fresh(round, list);
                    List<Counted> counted = new ArrayList<>();
                    for (Unit unit : units) {
                        int here = (int) fresh.stream()
                                .filter(it -> it.unit().equals(unit.path()))
                                .count();
                        if (here > 0) {
                            counted.add(new Counted(unit.name(), here));
                        }
                    }
                    return new Preview(
                            stage, fresh.size(), list.repeated(), list.entries().size() - fresh.size(), counted);
                });
    }

    private Optional<String> content(Visitor.Person person, Round round, UUID stage) {
        return sql.sql(
                        "select content from survey.import_stage where id = :id and round = :round and account = :account")
                .param("id", stage)
                .param("round", round.id().value())
                .param("account", person.account().value())
                .query(String.class)
                .optional();
    }

    private List<AddressList.Entry> fresh(Round round, AddressList list) {
        var known = new HashSet<>(sql.sql(
                        "select address from survey.ticket where round = :round and address = any(:addresses)")
                .param("round", round.id().value())
                .param(
                        "addresses",
                        list.entries().stream().map(AddressList.Entry::email).toArray(String[]::new))
                .query(String.class)
                .list());
        return list.entries().stream().filter(it -> !known.contains(it.email())).toList();
    }

    /**
     * Makes the invitations of a list, all or none, and forgets the list. A second time there is nothing left to do.
     *
     * @return how many; empty where the list is gone or no longer good
     */
    @Transactional
    public Optional<Integer> confirm(Visitor.Person person, Round round, UUID stage) {
        boolean taking = store.lock(round.id());
        Optional<String> content = content(person, round, stage);
        if (!taking
                || content.isEmpty()
                || !(AddressList.read(content.get(), recipients.units(round.target()))
                        instanceof AddressList.Read.Whole(AddressList list))
                || list.badCount() > 0) {
            return Optional.empty();
        }
        int made = 0;
        for (int from = 0; from < list.entries().size(); from += HANDFUL) {
            made += tickets.issueAll(
                    round.id(),
                    list.entries().subList(from, Math.min(list.entries().size(), from + HANDFUL)).stream()
                            .map(AddressList.Entry::invited)
                            .toList());
        }
        forget(person, round, stage);
        audit.write(
                person.account(),
                SurveyAction.INVITED_ADDRESSES_TO_ROUND,
                round.id().value());
        return Optional.of(made);
    }

    /** Throws a list away. */
    @Transactional
    public void forget(Visitor.Person person, Round round, UUID stage) {
        sql.sql("delete from survey.import_stage where id = :id and round = :round and account = :account")
                .param("id", stage)
                .param("round", round.id().value())
                .param("account", person.account().value())
                .update();
    }
}
