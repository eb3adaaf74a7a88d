package no.samtidig.access;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a module reads and changes what it keeps about an account: statements with the one parameter {@code :account}. */
@Component
public class AccountRows {
    private final JdbcClient sql;

    AccountRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The rows of a query, with its columns by name. */
    public List<Map<String, Object>> of(String query, AccountId account) {
        return sql.sql(query).param("account", account.value()).query().listOfRows();
    }

    /** Changes or removes rows, statement by statement, in the caller's transaction. */
    public void change(AccountId account, String... statements) {
        for (String statement : statements) {
            sql.sql(statement).param("account", account.value()).update();
        }
    }
}
