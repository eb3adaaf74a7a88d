package no.samtidig.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this module keeps about a person: which rounds they were invited to, and the answers they gave with their name. Anonymous
 * answers belong to nobody, so they are neither here nor can they be taken back.
 */
@Component
@Order(60)
class SurveyData implements PersonalData {
    private final JdbcClient sql;

    SurveyData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("survey_invitation", rows("""
                select r.name as round, t.address, t.made, t.mailed, t.used, t.withdrawn, t.no_reminders
                from survey.ticket t join survey.round r on r.id = t.round where t.account = :account order by t.made, r.name
                """, account));
        all.put("survey_answer", rows("""
                select r.name as round, n.day, n.answers::text as answers
                from survey.named_response n join survey.round r on r.id = n.round where n.account = :account order by n.day, r.name
                """, account));
        all.put(
                "survey_list",
                rows("select made from survey.import_stage where account = :account order by made", account));
        return all;
    }

    private List<Map<String, Object>> rows(String query, AccountId account) {
        return sql.sql(query).param("account", account.value()).query().listOfRows();
    }

    /** The invitation stays as a ticket of nobody: the round's numbers must not change. */
    @Override
    public void erase(AccountId account) {
        for (String statement : List.of(
                "update survey.ticket set account = null, address = null where account = :account",
                "delete from survey.named_response where account = :account",
                "delete from survey.import_stage where account = :account")) {
            sql.sql(statement).param("account", account.value()).update();
        }
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
