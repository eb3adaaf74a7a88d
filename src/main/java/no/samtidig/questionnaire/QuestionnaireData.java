package no.samtidig.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps about a person: which questionnaires they changed last, and which editions they published. */
@Component
@Order(65)
class QuestionnaireData implements PersonalData {
    private final JdbcClient sql;

    QuestionnaireData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put(
                "questionnaire_draft",
                rows(
                        "select slug, changed from questionnaire.draft where changed_by = :account order by changed",
                        account));
        all.put("questionnaire_published", rows("""
                select slug, edition, published from questionnaire.published where published_by = :account order by published
                """, account));
        return all;
    }

    private List<Map<String, Object>> rows(String query, AccountId account) {
        return sql.sql(query).param("account", account.value()).query().listOfRows();
    }

    /** The questionnaires stay; whose they were is forgotten. */
    @Override
    public void erase(AccountId account) {
        for (String statement : List.of(
                "update questionnaire.draft set changed_by = null where changed_by = :account",
                "update questionnaire.published set published_by = null where published_by = :account")) {
            sql.sql(statement).param("account", account.value()).update();
        }
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
