package no.samtidig.improvement.fidelity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What ratings of fidelity keep about a person: which they began, and how they themselves rated. */
@Component
@Order(72)
class FidelityData implements PersonalData {
    private final AccountRows rows;

    FidelityData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("fidelity_rating", rows.of("""
                select j.unit::text as unit, r.month, r.begun
                from improvement.fidelity_rating r join improvement.journey j on j.id = r.journey
                where r.begun_by = :account order by r.begun, r.id
                """, account));
        all.put("fidelity_rater", rows.of("""
                select j.unit::text as unit, r.month, p.part, p.done, m.anchor, m.level, m.evidence::text as evidence, m.note
                from improvement.fidelity_rater p join improvement.fidelity_rating r on r.id = p.rating
                join improvement.journey j on j.id = r.journey
                left join improvement.fidelity_mark m on m.rating = p.rating and m.part = p.part
                where p.account = :account order by r.begun, r.id, m.anchor
                """, account));
        return all;
    }

    /** The unit keeps what was rated, as a leader's, a milieu therapist's, a clinician's or a coach's; no longer whose. */
    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update improvement.fidelity_rating set begun_by = null where begun_by = :account",
                "update improvement.fidelity_rater set account = null where account = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
