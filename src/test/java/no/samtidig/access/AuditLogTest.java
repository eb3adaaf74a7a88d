package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import no.samtidig.TestDatabase;
import no.samtidig.platform.TestSecrets;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log only grows: the database itself refuses anything else. */
class AuditLogTest {
    @Test
    void a_line_can_be_written_but_never_changed_removed_or_emptied() {
        JdbcClient sql = TestDatabase.client();
        new AuditLog(sql, TestSecrets.known(), Clock.systemUTC())
                .write(new AccountId(UUID.randomUUID()), AccessAction.SIGNED_IN, "x");
        assertThat(sql.sql("select action from access.audit")
                        .query(String.class)
                        .list())
                .containsExactly("signed in");
        for (String attack : new String[] {
            "update access.audit set action = 'nothing'", "delete from access.audit", "truncate access.audit"
        }) {
            assertThatThrownBy(() -> sql.sql(attack).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("the audit log only grows");
        }
    }
}
