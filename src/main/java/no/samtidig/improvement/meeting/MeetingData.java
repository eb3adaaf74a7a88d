package no.samtidig.improvement.meeting;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this room keeps about a person: which results meetings they began. Votes are nobody's. */
@Component
@Order(74)
class MeetingData implements PersonalData {
    private final AccountRows rows;

    MeetingData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of(
                "meeting",
                rows.of(
                        "select began, ended, ending, month, minutes from improvement.meeting where began_by = :account order by began",
                        account));
    }

    @Override
    public void erase(AccountId account) {
        rows.change(account, "update improvement.meeting set began_by = null where began_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
