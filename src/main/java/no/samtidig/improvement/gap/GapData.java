package no.samtidig.improvement.gap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What GAP keeps about a person: what a leader answered by name, and that somebody wrote what a user council answered. What staff answer
 * belongs to nobody.
 */
@Component
@Order(72)
class GapData implements PersonalData {
    private final AccountRows rows;

    GapData(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("gap_leader_answer", rows.of("""
                select r.occasion as months, l.day, l.shown, l.answers::text as answers
                from improvement.gap_leader l join improvement.gap_round r on r.round = l.round
                where l.leader = :account order by l.day, r.occasion
                """, account));
        all.put("gap_council_written", rows.of("""
                select r.occasion as months, c.day, c.by_leader
                from improvement.gap_council c join improvement.gap_round r on r.round = c.round
                where c.written_by = :account order by c.day, r.occasion
                """, account));
        return all;
    }

    /** What a leader answered goes; the council's answers stay, as nobody's. */
    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "delete from improvement.gap_leader where leader = :account",
                "update improvement.gap_council set written_by = null where written_by = :account");
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
