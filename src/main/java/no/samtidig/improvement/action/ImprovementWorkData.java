package no.samtidig.improvement.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What goals and actions keep about a person: what they made, own, wrote and decided. The work is the unit's and stays; that it was this
 * person goes.
 */
@Component
@Order(71)
class ImprovementWorkData implements PersonalData {
    private final JdbcClient sql;

    ImprovementWorkData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("goal", rows("""
                select area, sentence, made, ended from improvement.goal
                where made_by = :account or ended_by = :account order by made, sentence
                """, account));
        all.put("no_goal", rows("select occasion, made from improvement.no_goal where made_by = :account", account));
        all.put("action", rows("""
                select words, sign, due, made from improvement.action
                where owner = :account or made_by = :account or changed_by = :account order by made, words
                """, account));
        all.put("action_note", rows("""
                select day, tried, saw, next from improvement.action_note where written_by = :account order by made
                """, account));
        all.put("action_look", rows("""
                select day, decision, reason from improvement.action_look where looked_by = :account order by made
                """, account));
        return all;
    }

    private List<Map<String, Object>> rows(String query, AccountId account) {
        return sql.sql(query).param("account", account.value()).query().listOfRows();
    }

    @Override
    public void erase(AccountId account) {
        for (String statement : List.of(
                "update improvement.goal set made_by = null where made_by = :account",
                "update improvement.goal set ended_by = null where ended_by = :account",
                "update improvement.no_goal set made_by = null where made_by = :account",
                "update improvement.action set owner = null where owner = :account",
                "update improvement.action set made_by = null where made_by = :account",
                "update improvement.action set changed_by = null where changed_by = :account",
                "update improvement.action_note set written_by = null where written_by = :account",
                "update improvement.action_look set looked_by = null where looked_by = :account")) {
            sql.sql(statement).param("account", account.value()).update();
        }
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
