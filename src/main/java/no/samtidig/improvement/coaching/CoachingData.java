package no.samtidig.improvement.coaching;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What coaching keeps about a person: the notes they last wrote. The note is the unit's and stays; who wrote it goes. */
@Component
@Order(72)
class CoachingData implements PersonalData {
    private final AccountRows rows;

    CoachingData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of(
                "talk",
                rows.of(
                        "select day, obstacle, step, noted from improvement.talk where noted_by = :account order by day, id",
                        account));
    }

    @Override
    public void erase(AccountId account) {
        rows.change(account, "update improvement.talk set noted_by = null where noted_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
