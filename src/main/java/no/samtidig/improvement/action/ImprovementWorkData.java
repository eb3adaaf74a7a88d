package no.samtidig.improvement.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What goals and actions keep about a person: what they made, own, wrote and decided. The work is the unit's and stays; that it was this
 * person goes.
 */
@Component
@Order(71)
class ImprovementWorkData implements PersonalData {
    private final AccountRows rows;

    ImprovementWorkData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("goal", rows.of("""
                select area, sentence, made, ended from improvement.goal
                where made_by = :account or ended_by = :account order by made, sentence
                """, account));
        all.put("no_goal", rows.of("select occasion, made from improvement.no_goal where made_by = :account", account));
        all.put("action", rows.of("""
                select words, sign, due, made from improvement.action
                where owner = :account or made_by = :account or changed_by = :account order by made, words
                """, account));
        all.put("action_note", rows.of("""
                select day, tried, saw, next from improvement.action_note where written_by = :account order by made
                """, account));
        all.put("action_look", rows.of("""
                select day, decision, reason from improvement.action_look where looked_by = :account order by made
                """, account));
        return all;
    }

    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update improvement.goal set made_by = null where made_by = :account",
                "update improvement.goal set ended_by = null where ended_by = :account",
                "update improvement.no_goal set made_by = null where made_by = :account",
                "update improvement.action set owner = null where owner = :account",
                "update improvement.action set made_by = null where made_by = :account",
                "update improvement.action set changed_by = null where changed_by = :account",
                "update improvement.action_note set written_by = null where written_by = :account",
                "update improvement.action_look set looked_by = null where looked_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
