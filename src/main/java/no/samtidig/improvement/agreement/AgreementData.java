package no.samtidig.improvement.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about a person in agreements: versions they made, their yes, points they ticked, and leaders' changes they took part in. */
@Component
@Order(71)
class AgreementData implements PersonalData {
    private final AccountRows rows;
    private final JdbcClient sql;

    AgreementData(AccountRows rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("agreement_version", rows.of("""
                select j.unit::text as place, v.made from improvement.agreement_version v join improvement.journey j on j.id = v.journey
                where v.made_by = :account order by v.made, v.number
                """, account));
        all.put("agreement_yes", rows.of("""
                select j.unit::text as place, y.day, y.withdrawn from improvement.agreement_yes y
                join improvement.journey j on j.id = y.journey where y.account = :account order by y.made
                """, account));
        all.put("agreement_tick", rows.of("""
                select j.unit::text as place, t.point as text, t.day from improvement.agreement_tick t
                join improvement.journey j on j.id = t.journey where t.account = :account order by t.day, t.point
                """, account));
        all.put("leader_change", rows.of("""
                select j.unit::text as place, c.day, c.answered from improvement.leader_change c
                join improvement.journey j on j.id = c.journey where :account in (c.made_by, c.account) order by c.day
                """, account));
        return all;
    }

    /** What was agreed stays, with nobody's account. */
    @Override
    public void erase(AccountId account) {
        rows.change(
                account,
                "update improvement.agreement_version set made_by = null where made_by = :account",
                "update improvement.agreement_yes set account = null where account = :account",
                "update improvement.agreement_tick set account = null where account = :account",
                "update improvement.leader_change set made_by = null where made_by = :account",
                "update improvement.leader_change set account = null where account = :account");
    }

    /** A name in a team is what colleagues wrote: the place stays, with nobody in it. */
    @Override
    public void forget(Identity person) {
        sql.sql("""
                delete from improvement.agreement_seat
                where (:name <> '' and position(:name in lower(name)) > 0) or position(:email in lower(name)) > 0
                """)
                .param("name", person.name().toLowerCase(Locale.ROOT))
                .param("email", person.email())
                .update();
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
