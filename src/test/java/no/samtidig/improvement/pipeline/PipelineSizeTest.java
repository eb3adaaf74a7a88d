package no.samtidig.improvement.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.samtidig.TestDatabase;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.UnitPath;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A country of 6,000 units: the pages ask one statement for each thing, as with five units, and the numbers add up. */
class PipelineSizeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final OffsetDateTime NOW = OffsetDateTime.of(TODAY, LocalTime.NOON, ZoneOffset.UTC);
    private static final int UNITS = 6_000;
    private static final AccountId ME = new AccountId(UUID.randomUUID());

    /** Each statement outside a transaction takes a connection: so they are counted. */
    private static final class Counting extends DelegatingDataSource {
        private int statements;

        Counting(DataSource counted) {
            super(counted);
        }

        @Override
        public Connection getConnection() throws SQLException {
            statements++;
            return super.getConnection();
        }

        int since(Runnable what) {
            int before = statements;
            what.run();
            return statements - before;
        }
    }

    private final Counting counting = counting();
    private final JdbcClient sql = JdbcClient.create(counting);
    private final PipelineStore pipeline = new PipelineStore(sql);
    private final NumberStore numbers = new NumberStore(sql);
    private final ReachStore reach = new ReachStore(sql);
    private final CandidateStore candidates = new CandidateStore(sql);

    private static Counting counting() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setMaximumPoolSize(2);
        return new Counting(pool);
    }

    /** Fifteen counties in five regions, 300 owners; two units of three have a journey, and one in eight of these has ended. */
    static void country(JdbcClient sql, int units) {
        for (String statement : List.of("""
                insert into organisation.county (number, name, valid_from)
                select lpad(i::text, 2, '0'), 'Fylke ' || i, date '2024-01-01' from generate_series(71, 85) i
                """, """
                insert into organisation.region (layer, code, name, valid_from)
                select layer, 'stor_' || i, 'Stor ' || i, date '2024-01-01'
                from generate_series(0, 4) i cross join unnest(array['rvts', 'korus', 'health']) layer
                """, """
                insert into organisation.region_county (layer, region, county, valid_from)
                select layer, 'stor_' || (i - 71) / 3, lpad(i::text, 2, '0'), date '2024-01-01'
                from generate_series(71, 85) i cross join unnest(array['rvts', 'korus', 'health']) layer
                """, """
                insert into organisation.owner (path, kind, name, valid_from)
                select ('no.stor_eier_' || i)::ltree, (array['hf', 'municipality', 'private_non_profit'])[i % 3 + 1], 'Eier ' || i,
                    date '2024-01-01' from generate_series(1, 300) i
                """, """
                insert into organisation.unit (path, owner, name, county, level, valid_from)
                select ('no.stor_eier_' || i % 300 + 1 || '.e' || i)::ltree, ('no.stor_eier_' || i % 300 + 1)::ltree, 'Enhet ' || i,
                    lpad((71 + i % 15)::text, 2, '0'), case when i % 2 = 0 then 'primary' else 'specialist' end, date '2024-01-01'
                from generate_series(1, {units}) i
                """, """
                insert into improvement.journey (id, unit, stage, begun, since, month_zero)
                select md5('journey ' || i)::uuid, ('no.stor_eier_' || i % 300 + 1 || '.e' || i)::ltree,
                    case when i % 8 = 0 then 'stopped' else (array['interested', 'agreed', 'anchored', 'running', 'sustained'])[i / 15 % 5 + 1] end,
                    date '2026-11-30' - 700 + i % 400, date '2026-11-30' - i % 200,
                    case when i / 15 % 5 > 2 then date '2026-11-30' - 600 + i % 400 end
                from generate_series(1, {units}) i where i % 3 > 0
                """, """
                insert into improvement.journey_move (id, journey, from_stage, to_stage, day, reasons, made)
                select gen_random_uuid(), j.id, null, 'interested', j.begun, '{}', j.begun from improvement.journey j
                union all
                select gen_random_uuid(), j.id, 'interested', j.stage, j.since,
                    case when j.stage = 'stopped' then array['ikke-tid'] else '{}'::text[] end, j.since + interval '1 hour'
                from improvement.journey j where j.stage <> 'interested'
                """, "analyze")) {
            sql.sql(statement.replace("{units}", String.valueOf(units))).update();
        }
    }

    private OrganisationScope region(int number) {
        return new OrganisationScope(sql.sql("""
                select u.path::text from organisation.unit u join organisation.region_county r on r.county = u.county
                where r.layer = 'rvts' and r.region = :region
                """)
                .param("region", "stor_" + number)
                .query((row, _) -> new UnitPath(row.getString(1)))
                .list());
    }

    private static PipelineQuery all(int rows) {
        return new PipelineQuery(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                0,
                rows);
    }

    @Test
    void a_page_asks_as_often_of_six_thousand_units_as_of_five() {
        country(sql, UNITS);
        OrganisationScope region = region(2);
        assertThat(region.paths()).hasSize(UNITS / 5);
        long began = System.nanoTime();
        assertThat(counting.since(() -> {
                    assertThat(pipeline.board(region, ME, all(12), PipelineStore.Planned.NOTHING, NOW))
                            .hasSizeLessThanOrEqualTo(7 * 12)
                            .hasSizeGreaterThan(5 * 12);
                    assertThat(pipeline.counts(region, PipelineStore.Planned.NOTHING, NOW)
                                    .all())
                            .isEqualTo(UNITS / 5 * 2 / 3);
                }))
                .as("the board and what waits")
                .isEqualTo(2);
        assertThat(counting.since(
                        () -> assertThat(pipeline.list(region, ME, all(50), PipelineStore.Planned.NOTHING, NOW))
                                .hasSize(50)))
                .isEqualTo(1);
        assertThat(counting.since(() -> {
                    for (Split split : Split.values()) {
                        List<RegionNumbers.Group> groups = numbers.groups(region, split, TODAY);
                        assertThat(groups.stream()
                                        .mapToInt(RegionNumbers.Group::all)
                                        .sum())
                                .as(split.code())
                                .isEqualTo(UNITS / 5);
                        assertThat(groups.stream()
                                        .mapToInt(it -> it.in(Stage.STOPPED))
                                        .sum())
                                .as("stopped units are counted")
                                .isPositive();
                    }
                    assertThat(numbers.reasons(region)).containsKeys("ikke-tid", "ended");
                    assertThat(numbers.stays(region)).hasSize(5);
                    List<NumberStore.Lasting> lasting = numbers.lasting(region, List.of(6, 12, 18), TODAY);
                    assertThat(lasting).hasSize(3);
                    assertThat(lasting.getFirst().alive())
                            .isLessThan(lasting.getFirst().due());
                    assertThat(numbers.staff(region, NOW).empty()).isEqualTo(UNITS / 5);
                    assertThat(numbers.leaders(region, NOW).unknown()).isEqualTo(UNITS / 5 * 2 / 3);
                }))
                .as("one for each number")
                .isEqualTo(Split.values().length + 5);
        assertThat(counting.since(() -> assertThat(reach.owners(region, TODAY)).isNotEmpty()))
                .isEqualTo(1);
        assertThat(counting.since(() -> assertThat(candidates
                                .find(region, new String[0], Optional.empty(), Optional.empty(), 50, 0, TODAY)
                                .count())
                        .as("those without, and those that ended")
                        .isGreaterThan(UNITS / 5 / 3)))
                .isEqualTo(1);
        assertThat(System.nanoTime() - began)
                .as("all of it, on a machine that does other things too")
                .isLessThan(20_000_000_000L);
    }

    @Test
    void the_staff_of_fewer_than_five_units_are_not_told() {
        assertThat(Numbers.staff(new NumberStore.Staff(40, 100, 5, 5, 0))).isPresent();
        assertThat(Numbers.staff(new NumberStore.Staff(40, 100, 4, 9, 0))).isEmpty();
        assertThat(Numbers.staff(new NumberStore.Staff(40, 100, 9, 4, 0)))
                .as("what is left when the covered are taken away")
                .isEmpty();
        assertThat(Numbers.staff(new NumberStore.Staff(100, 100, 9, 0, 3))).isPresent();
        assertThat(Numbers.staff(new NumberStore.Staff(0, 0, 0, 0, 3))).isEmpty();
    }
}
