package no.samtidig.improvement.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.access.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of coaches' ratings of fictional units. */
@Repository
class CalibrationStore {
    private final JdbcClient sql;

    CalibrationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a coach set in a half-year: by unit, then anchor. */
    Map<String, Map<String, Integer>> own(HalfYear half, AccountId coach) {
        Map<String, Map<String, Integer>> all = new HashMap<>();
        sql.sql("""
                select m.unit, m.anchor, m.level
                from improvement.calibration c join improvement.calibration_mark m on m.calibration = c.id
                where c.half = :half and c.account = :coach
                """)
                .param("half", half.code())
                .param("coach", coach.value())
                .query((row, _) -> all.computeIfAbsent(row.getString("unit"), _ -> new HashMap<>())
                        .put(row.getString("anchor"), row.getInt("level")))
                .list();
        return all;
    }

    /** The coach's part in a half-year, held until the transaction ends; made where there was none. */
    UUID part(HalfYear half, AccountId coach, LocalDate today) {
        sql.sql("""
                insert into improvement.calibration (id, half, account, begun) values (:id, :half, :coach, :today)
                on conflict (half, account) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("half", half.code())
                .param("coach", coach.value())
                .param("today", today)
                .update();
        return sql.sql("select id from improvement.calibration where half = :half and account = :coach for update")
                .param("half", half.code())
                .param("coach", coach.value())
                .query(UUID.class)
                .single();
    }

    void mark(UUID part, String unit, Map<String, Integer> levels) {
        levels.forEach((anchor, level) -> sql.sql("""
                insert into improvement.calibration_mark (calibration, unit, anchor, level)
                values (:part, :unit, :anchor, :level)
                """)
                .param("part", part)
                .param("unit", unit)
                .param("anchor", anchor)
                .param("level", level)
                .update());
    }

    /** What everybody set, without whose it is; by half-year, for each coach by unit and anchor. */
    Map<HalfYear, List<Map<String, Integer>>> everybody() {
        Map<UUID, Map<String, Integer>> parts = new LinkedHashMap<>();
        Map<HalfYear, List<Map<String, Integer>>> halves = new LinkedHashMap<>();
        sql.sql("""
                select c.id, c.half, m.unit || ' ' || m.anchor as thing, m.level
                from improvement.calibration c join improvement.calibration_mark m on m.calibration = c.id
                order by c.half, c.id, m.unit, m.anchor
                """)
                .query((row, _) -> {
                    HalfYear half = HalfYear.read(row.getString("half")).orElseThrow();
                    return parts.computeIfAbsent(row.getObject("id", UUID.class), _ -> {
                                Map<String, Integer> levels = new HashMap<>();
                                halves.computeIfAbsent(half, _ -> new ArrayList<>())
                                        .add(levels);
                                return levels;
                            })
                            .put(row.getString("thing"), row.getInt("level"));
                })
                .list();
        return halves;
    }
}
