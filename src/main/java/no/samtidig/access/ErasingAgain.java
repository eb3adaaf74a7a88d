package no.samtidig.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samtidig.platform.backup.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a restore to before somebody was erased, erases them again: at the start, before the first request is taken. All or nothing, so
 * a start that is killed does it anew.
 */
@Component
class ErasingAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingAgain.class);

    private final JdbcClient sql;
    private final Erasures erasures;
    private final Closing closing;
    private final OwnData ownData;
    private final TransactionTemplate transaction;
    private boolean running;

    ErasingAgain(JdbcClient sql, Erasures erasures, Closing closing, OwnData ownData, TransactionTemplate transaction) {
        this.sql = sql;
        this.erasures = erasures;
        this.closing = closing;
        this.ownData = ownData;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        if (erasures.due()) {
            transaction.executeWithoutResult(status -> eraseAgain());
        }
        running = true;
    }

    private void eraseAgain() {
        List<UUID> all =
                sql.sql("select id from access.account").query(UUID.class).list();
        Set<UUID> accounts = erasures.due(Closing.ERASURE, all);
        Set<UUID> learning = new HashSet<>(erasures.due(OwnData.ERASURE, all));
        learning.removeAll(accounts);
        closing.eraseAgain(accounts);
        learning.forEach(it -> ownData.erase(new AccountId(it)));
        erasures.done();
        LOG.info(
                "Erased again after the restore: {} accounts, and the learning of {} more",
                accounts.size(),
                learning.size());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything else begins, the web server too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
