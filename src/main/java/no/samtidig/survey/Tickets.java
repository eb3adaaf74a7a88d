package no.samtidig.survey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Invitations. The code in a link is worked out from the ticket under the secret key, so it need not be kept: a copy of the database
 * holds a digest of it only, and nobody can answer with that.
 */
@Service
public class Tickets {
    /** Signs of a code: 80 bits, like a certificate's. */
    static final int CODE_LENGTH = 16;

    /** Without i, l, o and u, as Crockford's Base32 has it. */
    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Clock clock;

    Tickets(JdbcClient sql, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The code for its link or paper: 80 bits as 16 letters and digits, none of which is taken for another. */
    public String code(UUID ticket) {
        byte[] mark = secrets.mark("survey-ticket", bytes(ticket));
        BigInteger bits = new BigInteger(1, Arrays.copyOf(mark, CODE_LENGTH * 5 / 8));
        StringBuilder code = new StringBuilder();
        for (int i = CODE_LENGTH - 1; i >= 0; i--) {
            code.append(SIGNS.charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return code.toString();
    }

    /** What shows that a ticket is used, to nobody but those with the key. */
    byte[] proof(UUID ticket) {
        return secrets.mark("survey-proof", bytes(ticket));
    }

    /** The ticket with this code, as typed: spaces, hyphens and capitals do not matter, and o, i and l are taken for 0, 1 and 1. */
    public Optional<Ticket> find(String typed) {
        return sql.sql(TICKET + " where digest = :digest")
                .param("digest", digest(normal(typed)))
                .query(Tickets::ticket)
                .optional();
    }

    /** The code as it was made, whatever way it was typed. */
    static String normal(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
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

    static byte[] digest(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
