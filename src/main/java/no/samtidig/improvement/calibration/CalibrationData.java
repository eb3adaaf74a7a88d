package no.samtidig.improvement.calibration;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AccountRows;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A coach's own ratings of fictional units. */
@Component
@Order(73)
class CalibrationData implements PersonalData {
    private final AccountRows rows;
    private final JdbcClient sql;

    CalibrationData(AccountRows rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        return Map.of("calibration", rows.of("""
                select c.half, c.begun, m.unit, m.anchor, m.level
                from improvement.calibration c left join improvement.calibration_mark m on m.calibration = c.id
                where c.account = :account order by c.half, m.unit, m.anchor
                """, account));
    }

    /** The levels stay in the group's count, without whose they are or when; where so few rated that it could be told, they go. */
    @Override
    public void erase(AccountId account) {
        for (String statement : List.of(
                """
                delete from improvement.calibration_mark m using improvement.calibration c
                where c.id = m.calibration and c.account = :account
                    and (select count(*) from improvement.calibration o where o.half = c.half) < :fewest
                """, """
                delete from improvement.calibration c
                where c.account = :account and not exists (select from improvement.calibration_mark m where m.calibration = c.id)
                """, "update improvement.calibration set account = null, begun = null where account = :account")) {
            sql.sql(statement)
                    .param("account", account.value())
                    .param("fewest", GroupAgreement.FEWEST)
                    .update();
        }
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
