package no.samtidig.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of answering. Only {@link #put} is of an answer, and it is one insert. */
@Repository
class RespondingStore {
    private final JdbcClient sql;

    RespondingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An invitation together with what decides whether it can be used today. */
    record Held(
            UUID ticket,
            Optional<AccountId> account,
            boolean mailed,
            Language language,
            UnitPath unit,
            Optional<StaffGroup> staffGroup,
            boolean withdrawn,
            RoundId round,
            String version,
            boolean anonymous,
            LocalDate opens,
            LocalDate closes,
            boolean opened,
            boolean closed) {}

    Optional<Held> held(byte[] digest) {
        return sql.sql("""
                select t.id, t.account, t.account is not null or t.address is not null as mailed, t.language, t.unit::text as unit, t.staff_group, t.withdrawn, t.round, r.version,
                    r.anonymous, r.opens, r.closes, r.opened is not null as opened, r.closed is not null as closed
                from survey.ticket t join survey.round r on r.id = t.round
                where t.digest = :digest
                """).param("digest", digest).query(RespondingStore::held).optional();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
                row.getBoolean("mailed"),
                Language.of(row.getString("language")).orElse(Language.NB),
                new UnitPath(row.getString("unit")),
                Optional.ofNullable(row.getString("staff_group")).flatMap(StaffGroup::of),
                row.getBoolean("withdrawn"),
                new RoundId(row.getObject("round", UUID.class)),
                row.getString("version"),
                row.getBoolean("anonymous"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getBoolean("opened"),
                row.getBoolean("closed"));
    }

    /** Whether an answer with this proof has come in. */
    boolean answered(byte[] proof) {
        return sql.sql("select exists (select from survey.envelope where proof = :proof)")
                .param("proof", proof)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Puts an answer where it waits; false where one with the same proof has come in, or the round is closed. */
    boolean put(byte[] proof, RoundId round, byte[] sealed) {
        return sql.sql("""
                        insert into survey.envelope (proof, round, sealed)
                        select :proof, id, :sealed from survey.round where id = :round and closed is null
                        on conflict do nothing
                        """)
                        .param("proof", proof)
                        .param("round", round.value())
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    /** The answer by name, in a round that told so. */
    void name(RoundId round, AccountId account, LocalDate day, String answers) {
        sql.sql("""
                insert into survey.named_response (round, account, day, answers) values (:round, :account, :day, :answers::jsonb)
                on conflict do nothing
                """)
                .param("round", round.value())
                .param("account", account.value())
                .param("day", day)
                .param("answers", answers)
                .update();
    }
}
