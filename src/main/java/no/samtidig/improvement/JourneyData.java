package no.samtidig.improvement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What journeys keep about a person: which they follow, and which moves they made. Erased, the moves stay as nobody's. */
@Component
@Order(70)
class JourneyData implements PersonalData {
    private final AccountRows rows;

    JourneyData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("journey", rows.of("""
                select unit::text as unit, stage, begun, since from improvement.journey where coach = :account order by begun, unit
                """, account));
        all.put("journey_move", rows.of("""
                select j.unit::text as unit, m.to_stage as stage, m.day, m.note
                from improvement.journey_move m join improvement.journey j on j.id = m.journey
                where m.by = :account order by m.made, m.id
                """, account));
        return all;
    }

    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update improvement.journey set coach = null where coach = :account",
                "update improvement.journey_move set by = null where by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
