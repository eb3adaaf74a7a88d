package no.samtidig.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this module keeps about a person: which questionnaires they changed last, and which editions they published. */
@Component
@Order(65)
class QuestionnaireData implements PersonalData {
    private final AccountRows rows;

    QuestionnaireData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put(
                "questionnaire_draft",
                rows.of(
                        "select slug, changed from questionnaire.draft where changed_by = :account order by changed",
                        account));
        all.put("questionnaire_published", rows.of("""
                select slug, edition, published from questionnaire.published where published_by = :account order by published
                """, account));
        return all;
    }

    /** The questionnaires stay; whose they were is forgotten. */
    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update questionnaire.draft set changed_by = null where changed_by = :account",
                "update questionnaire.published set published_by = null where published_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
