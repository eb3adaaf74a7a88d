package no.samtidig.improvement.status;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who released a unit's status. Erased, the status stays as nobody's. */
@Component
@Order(72)
class StatusData implements PersonalData {
    private final AccountRows rows;

    StatusData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of("status_report", rows.of("""
                select j.unit::text as unit, s.day from improvement.status_report s join improvement.journey j on j.id = s.journey
                where s.released_by = :account order by s.made
                """, account));
    }

    @Override
    public void erase(AccountId account) {
        rows.change(account, "update improvement.status_report set released_by = null where released_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
