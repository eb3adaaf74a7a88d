package no.samtidig.improvement.meeting;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps about a person: which results meetings they began. Votes are nobody's. */
@Component
@Order(74)
class MeetingData implements PersonalData {
    private final JdbcClient sql;

    MeetingData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of(
                "meeting",
                sql.sql(
                                "select began, ended, ending, month, minutes from improvement.meeting where began_by = :account order by began")
                        .param("account", account.value())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(AccountId account) {
        sql.sql("update improvement.meeting set began_by = null where began_by = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
