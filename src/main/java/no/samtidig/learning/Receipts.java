package no.samtidig.learning;

import java.time.OffsetDateTime;
import java.util.List;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has been received from a learner: the proof that an answer or a note arrived, and when. */
@Service
public class Receipts {
    /** So many are shown. */
    static final int NEWEST = 60;

    private final JdbcClient sql;

    Receipts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Something received.
     *
     * @param where the block it was sent to
     * @param kind what it was
     * @param number what the learner can name it by: of an answer the first eight digits of its key, of a note its revision
     * @param at when the server had it, by the server's clock
     */
    public record Receipt(BlockRef where, Kind kind, String number, OffsetDateTime at) {}

    /** What can be received. */
    public enum Kind {
        ANSWER,
        NOTE
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Receipt> newest(AccountId learner) {
        return sql.sql("""
                select 'ANSWER' as kind, module, lesson, block, upper(left(key::text, 8)) as number, answered as at
                from learning.answer where account = :account
                union all
                select 'NOTE', module, lesson, block, revision::text, updated
                from learning.note where account = :account
                order by at desc, number limit :count
                """)
                .param("account", learner.value())
                .param("count", NEWEST)
                .query((row, _) -> new Receipt(
                        new BlockRef(row.getString("module"), row.getString("lesson"), row.getString("block")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
