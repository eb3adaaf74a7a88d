package no.samtidig.improvement.coaching;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What coaching keeps about a person: the notes they last wrote. The note is the unit's and stays; who wrote it goes. */
@Component
@Order(72)
class CoachingData implements PersonalData {
    private final JdbcClient sql;

    CoachingData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of(
                "talk",
                sql.sql(
                                "select day, obstacle, step, noted from improvement.talk where noted_by = :account order by day, id")
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        sql.sql("update improvement.talk set noted_by = null where noted_by = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
