package no.samtidig.organisation;

import no.samtidig.platform.StartProblem;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Production never runs on the demo's database: everybody in it has a password that the whole world knows. */
@Component
@Profile("production")
class NoFictionInProduction implements InitializingBean {
    private final JdbcClient sql;

    NoFictionInProduction(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void afterPropertiesSet() {
        if (sql.sql("select exists (select from organisation.owner where fictional)")
                .query(Boolean.class)
                .single()) {
            throw new StartProblem(
                    "This database holds the made-up demo world.",
                    "Choose another database or data folder for production.");
        }
    }
}
