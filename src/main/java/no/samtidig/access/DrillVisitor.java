package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.backup.DrillPass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Signs the drill of a restore in as somebody who has a role, administrators first. Exists in that drill only ({@link DrillPass}). */
@Service
@ConditionalOnBean(DrillPass.class)
public class DrillVisitor {
    private final JdbcClient sql;
    private final SigningIn signingIn;
    private final DrillPass pass;

    DrillVisitor(JdbcClient sql, SigningIn signingIn, DrillPass pass) {
        this.sql = sql;
        this.signingIn = signingIn;
        this.pass = pass;
    }

    /** Whether the word was right and there is somebody to be. */
    public boolean signIn(String word, HttpServletRequest request, HttpServletResponse response) {
        if (!pass.use(word)) {
            return false;
        }
        Optional<UUID> account = sql.sql("""
                        select a.id from access.account a join access.role_grant g on g.account = a.id
                        where a.closed is null and g.ended is null order by g.role <> :administrator, a.created limit 1
                        """)
                .param("administrator", Role.ADMINISTRATOR.code())
                .query(UUID.class)
                .optional();
        account.ifPresent(it -> signingIn.start(new AccountId(it), request, response));
        return account.isPresent();
    }
}
