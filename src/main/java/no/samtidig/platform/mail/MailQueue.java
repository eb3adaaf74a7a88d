package no.samtidig.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** How mail stands: what waits, what failed and why, and sending again. Never what a mail says. */
@Component
public class MailQueue {
    private final JdbcClient sql;
    private final boolean server;
    private final Clock clock;

    MailQueue(JdbcClient sql, ObjectProvider<JavaMailSender> server, Clock clock) {
        this.sql = sql;
        this.server = server.getIfAvailable() != null;
        this.clock = clock;
    }

    /** How a mail stands; the words stand under {@code mail.state.<code>}, and the code in addresses. */
    public enum State implements Coded {
        GIVEN_UP("oppgitt", "m.given_up is not null and m.sent is null"),
        /** Was tried and will be tried again. */
        FAILED("feilet", "m.sent is null and m.given_up is null and m.attempts > 0"),
        WAITING("venter", "m.sent is null and m.given_up is null and m.attempts = 0"),
        SENT("sendt", "m.sent is not null and m.recipient <> ''");

        private final String code;
        private final String sql;

        State(String code, String sql) {
            this.code = code;
            this.sql = sql;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * One mail, without what it says.
     *
     * @param reason code of why it failed last, under {@code mail.failure.}; empty where it has not
     * @param answer what the server said, without addresses
     * @param daytime whether it goes out by day only
     * @param next when it is tried next; null where it is not
     */
    public record Line(
            UUID id,
            String recipient,
            String subject,
            State state,
            OffsetDateTime created,
            int attempts,
            String reason,
            String answer,
            boolean daytime,
            @Nullable OffsetDateTime next) {}

    /** A page of mails, and how many there are of each state, searched or not. */
    public record Found(int count, List<Line> lines) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Mail for the daytime is sent in series, of which a reminder tells that its recipient has not answered: so each is listed only where it
     * could not be sent, and without its subject.
     */
    private static final String LISTED = " and (not m.daytime or (m.sent is null and m.attempts > 0))";

    /** What has not left first, then the newest. */
    public Found find(Optional<State> state, String recipient, int offset, int rows) {
        String where = state.map(it -> it.sql).orElse("m.recipient <> ''") + LISTED
                + " and position(lower(:recipient) in lower(m.recipient)) > 0";
        int count = sql.sql("select count(*) from platform.mail m where " + where)
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
        return new Found(
                count,
                sql.sql("""
                        select m.id, m.recipient, case when m.daytime then '…' else m.subject end as subject, m.created, m.attempts, m.failure, m.answer, m.daytime, m.next_attempt, m.sent,
                            m.given_up
                        from platform.mail m where %s
                        order by m.given_up is null, m.sent is not null, m.created desc, m.id limit :rows offset :offset
                        """.formatted(where))
                        .param("recipient", recipient)
                        .param("rows", rows)
                        .param("offset", offset)
                        .query(MailQueue::line)
                        .list());
    }

    /** How many of each state, and since when the oldest waits that could have gone. */
    public record Tally(
            int givenUp, int failed, int waiting, @Nullable OffsetDateTime oldest) {}

    public Tally tally() {
        String[] counts = Arrays.stream(State.values())
                .map(it ->
                        "count(*) filter (where " + it.sql + ") as " + it.name().toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new);
        return sql.sql("select " + String.join(", ", counts) + """
                , min(m.created) filter (where m.sent is null and m.given_up is null and not m.daytime) as oldest
                from platform.mail m where m.sent is null
                """)
                .query((row, _) -> new Tally(
                        row.getInt("given_up"),
                        row.getInt("failed"),
                        row.getInt("waiting"),
                        row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }

    /** Whether a mail server is named in the settings; without one all mail waits. */
    public boolean server() {
        return server;
    }

    /** Tries a mail that was given up or failed once more, at once; false where it has left or is gone. */
    public boolean again(UUID id) {
        return sql.sql("""
                        update platform.mail set given_up = null, attempts = 0, next_attempt = :now
                        where id = :id and sent is null and attempts > 0
                        """)
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** The same for all that were given up; returns how many. */
    public int allAgain() {
        return sql.sql("""
                update platform.mail set given_up = null, attempts = 0, next_attempt = :now
                where sent is null and given_up is not null
                """).param("now", OffsetDateTime.now(clock)).update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        boolean givenUp = row.getObject("given_up") != null;
        boolean sent = row.getObject("sent") != null;
        State state = sent
                ? State.SENT
                : givenUp ? State.GIVEN_UP : row.getInt("attempts") > 0 ? State.FAILED : State.WAITING;
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                state,
                row.getObject("created", OffsetDateTime.class),
                row.getInt("attempts"),
                sent ? "" : row.getString("failure"),
                sent ? "" : row.getString("answer"),
                row.getBoolean("daytime"),
                sent || givenUp ? null : row.getObject("next_attempt", OffsetDateTime.class));
    }
}
