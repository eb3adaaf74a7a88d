package no.samtidig.survey;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.code.Digest;
import no.samtidig.platform.code.ReadableCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Invitations. The code in a link is worked out from the ticket under the secret key, so it need not be kept: a copy of the database
 * holds a digest of it only, and nobody can answer with that.
 */
@Service
public class Tickets {
    private final JdbcClient sql;
    private final Secrets secrets;
    private final Clock clock;

    Tickets(JdbcClient sql, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The code for its link or paper: a {@link ReadableCode} in small letters. */
    public String code(UUID ticket) {
        byte[] mark = secrets.mark("survey-ticket", bytes(ticket));
        return ReadableCode.of(Arrays.copyOf(mark, ReadableCode.BYTES)).small();
    }

    /** What shows that a ticket is used, to nobody but those with the key. */
    byte[] proof(UUID ticket) {
        return secrets.mark("survey-proof", bytes(ticket));
    }

    /** The ticket with this code, as typed: spaces, hyphens and capitals do not matter, and o, i and l are taken for 0, 1 and 1. */
    public Optional<Ticket> find(String typed) {
        return sql.sql(TICKET + " where digest = :digest")
                .param("digest", digest(typed))
                .query(Tickets::ticket)
                .optional();
    }

    /** The digest of the code in what was typed; of nothing, which no ticket has, where it cannot be one. */
    static byte[] digest(String typed) {
        return Digest.of(read(typed).orElse(""));
    }

    /** The code as it was made, whatever way it was typed; empty where it cannot be one. */
    static Optional<String> read(String typed) {
        return ReadableCode.read(typed).map(ReadableCode::small);
    }

    /** The person's tickets to rounds, used or not. */
    public List<Ticket> of(AccountId account) {
        return sql.sql(TICKET + " where account = :account and not withdrawn")
                .param("account", account.value())
                .query(Tickets::ticket)
                .list();
    }

    /**
     * Somebody to invite.
     *
     * @param account whose; empty where none
     * @param address where mail goes; empty on paper
     */
    public record Invited(
            Optional<AccountId> account,
            Optional<String> address,
            Language language,
            UnitPath unit,
            Optional<StaffGroup> staffGroup) {}

    /** Makes a ticket; empty where the account or the address has one in the round. */
    public Optional<UUID> issue(RoundId round, Invited to) {
        UUID id = UUID.randomUUID();
        int made = sql.sql("""
                insert into survey.ticket (id, round, digest, account, address, language, unit, staff_group, made)
                values (:id, :round, :digest, :account, :address, :language, :unit::ltree, :staffGroup, :today)
                on conflict do nothing
                """)
                .param("id", id)
                .param("round", round.value())
                .param("digest", digest(code(id)))
                .param("account", to.account().map(AccountId::value).orElse(null))
                .param("address", to.address().orElse(null))
                .param("language", to.language().tag())
                .param("unit", to.unit().value())
                .param("staffGroup", to.staffGroup().map(StaffGroup::code).orElse(null))
                .param("today", LocalDate.now(clock))
                .update();
        return made == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Makes a ticket for each, in one statement, but none for an account or address that has one in the round; returns how many. */
    int issueAll(RoundId round, List<Invited> all) {
        int count = all.size();
        UUID[] ids = new UUID[count];
        byte[][] digests = new byte[count][];
        UUID[] accounts = new UUID[count];
        String[] addresses = new String[count];
        String[] languages = new String[count];
        String[] units = new String[count];
        String[] groups = new String[count];
        for (int i = 0; i < count; i++) {
            Invited to = all.get(i);
            ids[i] = UUID.randomUUID();
            digests[i] = digest(code(ids[i]));
            accounts[i] = to.account().map(AccountId::value).orElse(null);
            addresses[i] = to.address().orElse(null);
            languages[i] = to.language().tag();
            units[i] = to.unit().value();
            groups[i] = to.staffGroup().map(StaffGroup::code).orElse(null);
        }
        return sql.sql("""
                insert into survey.ticket (id, round, digest, account, address, language, unit, staff_group, made)
                select id, :round, digest, account, address, language, unit::ltree, staff_group, :today
                from unnest(:ids::uuid[], :digests::bytea[], :accounts::uuid[], :addresses::text[], :languages::text[],
                    :units::text[], :groups::text[])
                    as t (id, digest, account, address, language, unit, staff_group)
                on conflict do nothing
                """)
                .param("round", round.value())
                .param("today", LocalDate.now(clock))
                .param("ids", ids)
                .param("digests", digests)
                .param("accounts", accounts)
                .param("addresses", addresses)
                .param("languages", languages)
                .param("units", units)
                .param("groups", groups)
                .update();
    }

    /** Makes tickets to print on one sheet. */
    void issueOnPaper(RoundId round, UUID sheet, UnitPath unit, Language language, int count) {
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            sql.sql("""
                    insert into survey.ticket (id, round, digest, language, unit, made, sheet)
                    values (:id, :round, :digest, :language, :unit::ltree, :today, :sheet)
                    """)
                    .param("id", id)
                    .param("round", round.value())
                    .param("digest", digest(code(id)))
                    .param("language", language.tag())
                    .param("unit", unit.value())
                    .param("today", LocalDate.now(clock))
                    .param("sheet", sheet)
                    .update();
        }
    }

    /** From now on no reminder is sent for the ticket. Called when somebody asks for it on the page they answer on. */
    public void noReminders(UUID ticket) {
        sql.sql("update survey.ticket set no_reminders = true where id = :id and not no_reminders")
                .param("id", ticket)
                .update();
    }

    /** Those of the tickets that are answered already, whether or not the answer is counted yet. */
    Set<UUID> answered(List<UUID> tickets) {
        Map<String, UUID> byProof = new HashMap<>();
        byte[][] proofs = new byte[tickets.size()][];
        for (int i = 0; i < proofs.length; i++) {
            proofs[i] = proof(tickets.get(i));
            byProof.put(HexFormat.of().formatHex(proofs[i]), tickets.get(i));
        }
        return sql
                .sql("select encode(proof, 'hex') from survey.envelope where proof = any(:proofs::bytea[])")
                .param("proofs", proofs)
                .query(String.class)
                .list()
                .stream()
                .map(byProof::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static final String TICKET = """
            select id, round, account, address, language, unit::text as unit, staff_group, withdrawn, used
            from survey.ticket""";

    static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                new RoundId(row.getObject("round", UUID.class)),
                Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getString("address")),
                Language.of(row.getString("language")).orElseThrow(),
                new UnitPath(row.getString("unit")),
                Optional.ofNullable(row.getString("staff_group")).flatMap(StaffGroup::of),
                row.getBoolean("withdrawn"),
                row.getBoolean("used"));
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
