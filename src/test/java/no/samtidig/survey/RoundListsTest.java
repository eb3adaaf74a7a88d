package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.samtidig.Proves;
import no.samtidig.TestDatabase;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.trust.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which rounds are whose, asked in SQL: the same as the rule says, with one statement at any size. */
@Proves(Promise.LEADER)
class RoundListsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate BEFORE = TODAY.minusYears(1);
    private static final int MOST = 10_000;

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
    private final Wordings wordings = new Wordings(sql);
    private final RoundStore rounds = new RoundStore(sql, wordings);
    private final RoundListStore lists = new RoundListStore(sql, wordings);

    private static Counting counting() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setMaximumPoolSize(2);
        return new Counting(pool);
    }

    private record Asked(UnitPath unit, String county, ServiceLevel level, boolean today) {}

    private final List<Asked> units = new ArrayList<>();

    /** Which counties a region has today. */
    private final Map<String, Set<String>> regions = Map.of(
            "rvts/rvts_ost",
            Set.of("03", "11"),
            "rvts/rvts_midt",
            Set.of("50"),
            "korus/korus_midt",
            Set.of("11", "50"));

    /** Two owners in three counties; some units are closed; a region that had a county once. */
    private void world(Random random) {
        for (String county : List.of("03", "11", "50")) {
            sql.sql("insert into organisation.county (number, name, valid_from) values (:county, :county, :from)")
                    .param("county", county)
                    .param("from", BEFORE)
                    .update();
        }
        regions.forEach((region, counties) -> {
            region(region);
            counties.forEach(it -> county(region, it, BEFORE, null));
        });
        region("health/helse_gammel");
        county("health/helse_gammel", "03", BEFORE, TODAY);
        for (String owner : List.of("no.a", "no.b", "no.a_b")) {
            sql.sql(
                            "insert into organisation.owner (path, kind, name, valid_from) values (:path::ltree, 'hf', :path, :from)")
                    .param("path", owner)
                    .param("from", BEFORE)
                    .update();
            for (int i = 0; i < 6; i++) {
                Asked unit = new Asked(
                        new UnitPath(owner + ".u" + i),
                        List.of("03", "11", "50").get(random.nextInt(3)),
                        random.nextBoolean() ? ServiceLevel.PRIMARY : ServiceLevel.SPECIALIST,
                        random.nextInt(5) > 0);
                units.add(unit);
                sql.sql("""
                        insert into organisation.unit (path, owner, name, county, level, valid_from, valid_to)
                        values (:path::ltree, :owner::ltree, :path, :county, :level, :from, :to)
                        """)
                        .param("path", unit.unit().value())
                        .param("owner", owner)
                        .param("county", unit.county())
                        .param("level", unit.level().code())
                        .param("from", BEFORE)
                        .param("to", unit.today() ? null : TODAY)
                        .update();
            }
        }
    }

    private static String before(String code) {
        return code.substring(0, code.indexOf('/'));
    }

    private static String after(String code) {
        return code.substring(code.indexOf('/') + 1);
    }

    private void region(String code) {
        sql.sql("insert into organisation.region (layer, code, name, valid_from) values (:layer, :code, :code, :from)")
                .param("layer", before(code))
                .param("code", after(code))
                .param("from", BEFORE)
                .update();
    }

    private void county(String region, String county, LocalDate from, @Nullable LocalDate to) {
        sql.sql("""
                insert into organisation.region_county (layer, region, county, valid_from, valid_to)
                values (:layer, :region, :county, :from, :to)
                """)
                .param("layer", before(region))
                .param("region", after(region))
                .param("county", county)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static Questionnaire questionnaire(String title) {
        return QuestionnaireText.read(
                "prove", Path.of("prove.yaml"), SurveyWorld.QUESTIONS.replace("{nb: Prøve,", "{nb: " + title + ","));
    }

    private Round round(String name, Round.Target target, String title) {
        Questionnaire text = questionnaire(title);
        Round round = new Round(
                new RoundId(UUID.randomUUID()),
                name,
                text,
                QuestionnaireText.version(text),
                true,
                false,
                Round.First.STAFF_GROUP,
                target,
                TODAY,
                TODAY.plusDays(20),
                Round.State.DRAFT);
        rounds.add(round, UUID.randomUUID(), TODAY);
        return round;
    }

    private <T> List<T> some(List<T> all, int most, Random random) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(_ -> all.get(random.nextInt(all.size())))
                .distinct()
                .toList();
    }

    /** The units of a target's places today, of whatever level; by name also one that has moved or closed since. */
    private Set<Asked> of(Round.Target target) {
        return units.stream()
                .filter(it -> target.places().contains(it.unit()) || (it.today() && covers(target, it)))
                .collect(Collectors.toSet());
    }

    private boolean covers(Round.Target target, Asked unit) {
        return target.places().stream().anyMatch(at -> at.covers(unit.unit()))
                || target.regions().stream()
                        .anyMatch(
                                region -> regions.getOrDefault(region, Set.of()).contains(unit.county()));
    }

    private static Set<RoundId> ids(Collection<RoundLine> lines) {
        return lines.stream().map(RoundLine::id).collect(Collectors.toSet());
    }

    @Test
    void the_database_says_the_same_as_the_rule_for_every_target_and_every_scope() {
        Random random = new Random(7);
        world(random);
        List<UnitPath> places = Stream.of(
                        units.stream().map(Asked::unit),
                        units.stream().map(Asked::unit),
                        Stream.of("no", "no.a", "no.b", "no.a_b", "no.gone", "no.a.gone")
                                .map(UnitPath::new))
                .flatMap(it -> it)
                .toList();
        List<String> all = Stream.concat(
                        regions.keySet().stream().sorted(), Stream.of("health/helse_gammel", "rvts/none"))
                .toList();
        List<Round> made = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            made.add(round(
                    "Runde " + i,
                    new Round.Target(
                            some(places, 3, random),
                            some(all, 2, random),
                            Set.copyOf(some(List.of(ServiceLevel.values()), 2, random)),
                            Set.of()),
                    "A"));
        }
        made.stream()
                .skip(100)
                .forEach(it -> rounds.open(it.id(), TODAY.atStartOfDay().atOffset(java.time.ZoneOffset.UTC)));
        Set<RoundId> begun = made.stream().skip(100).map(Round::id).collect(Collectors.toSet());
        List<OrganisationScope> scopes =
                new ArrayList<>(Stream.of("no", "no.a", "no.b", "no.a.u0", "no.b.u3", "no.gone")
                        .map(it -> new OrganisationScope(List.of(new UnitPath(it))))
                        .toList());
        scopes.add(OrganisationScope.NOTHING);
        regions.forEach((_, counties) -> scopes.add(new OrganisationScope(units.stream()
                .filter(it -> it.today() && counties.contains(it.county()))
                .map(Asked::unit)
                .toList())));
        int within = 0;
        int touched = 0;
        for (OrganisationScope scope : scopes) {
            boolean country = scope.covers(UnitPath.COUNTRY);
            Set<RoundId> own = new HashSet<>();
            Set<RoundId> touches = new HashSet<>();
            Set<RoundId> asks = new HashSet<>();
            for (Round round : made) {
                Set<Asked> there = of(round.target());
                Set<Asked> asked = there.stream()
                        .filter(it -> round.target().levels().isEmpty()
                                || round.target().levels().contains(it.level()))
                        .collect(Collectors.toSet());
                if (country || (!asked.isEmpty() && asked.stream().allMatch(it -> scope.covers(it.unit())))) {
                    own.add(round.id());
                }
                if (country || asked.stream().anyMatch(it -> scope.covers(it.unit()))) {
                    touches.add(round.id());
                }
                if (country || there.stream().anyMatch(it -> scope.covers(it.unit()))) {
                    asks.add(round.id());
                }
            }
            RoundList run = lists.list(Purpose.GENERAL, scope, true, RoundQuery.first(MOST), TODAY);
            assertThat(ids(run.lines().stream().filter(RoundLine::own).toList()))
                    .as("within %s", scope)
                    .isEqualTo(own);
            touches.retainAll(begun);
            Set<RoundId> others = new HashSet<>(touches);
            others.removeAll(own);
            assertThat(ids(run.lines().stream().filter(it -> !it.own()).toList()))
                    .as("touches %s", scope)
                    .isEqualTo(others);
            assertThat(ids(lists.list(Purpose.GENERAL, scope, false, RoundQuery.first(MOST), TODAY)
                            .lines()))
                    .as("whoever runs none sees those that touch %s", scope)
                    .isEqualTo(touches);
            RoundId anyway = made.getLast().id();
            Set<RoundId> shown = new HashSet<>(asks);
            shown.retainAll(begun);
            shown.add(anyway);
            assertThat(ids(lists.asking(Purpose.GENERAL, scope, Set.of(anyway), RoundQuery.first(MOST), TODAY)
                            .lines()))
                    .as("asks in %s", scope)
                    .isEqualTo(shown);
            made.stream().limit(60).forEach(it -> {
                RoundListStore.Reach reach = lists.reach(it.id(), scope, TODAY);
                assertThat(reach.within()).as("one alone").isEqualTo(own.contains(it.id()));
                assertThat(reach.asks()).isEqualTo(asks.contains(it.id()));
            });
            within += country ? 0 : own.size();
            touched += others.size();
        }
        assertThat(within).as("the worlds hold such rounds").isGreaterThan(30);
        assertThat(touched).isGreaterThan(100);
    }

    @Test
    void a_list_is_searched_narrowed_and_cut_in_the_database_and_open_rounds_of_ones_own_come_first() {
        world(new Random(7));
        OrganisationScope country = new OrganisationScope(List.of(UnitPath.COUNTRY));
        for (int i = 0; i < 7; i++) {
            Round round = round(
                    i % 2 == 0 ? "Høsten %_ " + i : "Våren " + i,
                    new Round.Target(List.of(UnitPath.COUNTRY), List.of(), Set.of(), Set.of()),
                    "A");
            if (i > 3) {
                rounds.open(round.id(), TODAY.atStartOfDay().atOffset(java.time.ZoneOffset.UTC));
            }
        }
        RoundList first = lists.list(Purpose.GENERAL, country, true, new RoundQuery("", Optional.empty(), 0, 5), TODAY);
        assertThat(first.lines())
                .extracting(RoundLine::name)
                .containsExactly("Høsten %_ 4", "Høsten %_ 6", "Våren 5", "Høsten %_ 0", "Høsten %_ 2");
        assertThat(first.count()).isEqualTo(7);
        assertThat(first.counts())
                .containsOnly(
                        Map.entry(new RoundList.Part(true, Round.State.OPEN), 3),
                        Map.entry(new RoundList.Part(true, Round.State.DRAFT), 4));
        assertThat(lists.list(Purpose.GENERAL, country, true, new RoundQuery("", Optional.empty(), 5, 5), TODAY)
                        .lines())
                .extracting(RoundLine::name)
                .containsExactly("Våren 1", "Våren 3");
        assertThat(lists.list(
                                Purpose.GENERAL,
                                country,
                                true,
                                new RoundQuery("HØSTEN %_", Optional.of(Round.State.DRAFT), 0, 5),
                                TODAY)
                        .lines())
                .extracting(RoundLine::name)
                .as("a sign is a sign, and capitals do not matter")
                .containsExactly("Høsten %_ 0", "Høsten %_ 2");
        assertThat(lists.list(Purpose.GENERAL, country, true, new RoundQuery("_%", Optional.empty(), 0, 5), TODAY)
                        .lines())
                .isEmpty();
    }

    @Test
    void rounds_made_by_a_version_before_ask_where_they_asked() {
        String address = TestDatabase.asOf("20261130.1533");
        JdbcClient before = JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
        Questionnaire text = questionnaire("A");
        UUID id = UUID.randomUUID();
        before.sql("""
                insert into survey.round (id, name, questionnaire, version, body, anonymous, underway, first, places, regions,
                    opens, closes, made, made_by, opened, closed)
                values (:id, 'Før', 'prove', :version, :body, true, false, 'unit', '{no.a, no.a, no.b.c}', '{rvts/rvts_midt}',
                    :today, :today, :today, :id, now(), now())
                """)
                .param("id", id)
                .param("version", QuestionnaireText.version(text))
                .param("body", QuestionnaireText.write(text))
                .param("today", TODAY)
                .update();

        TestDatabase.migrate(address, "latest");

        Round round = new RoundStore(before, new Wordings(before))
                .find(new RoundId(id))
                .orElseThrow();
        assertThat(round.target().places()).containsExactly(new UnitPath("no.a"), new UnitPath("no.b.c"));
        assertThat(round.target().regions()).containsExactly("rvts/rvts_midt");
        assertThat(round.state()).isEqualTo(Round.State.CLOSED);
        assertThat(round.questionnaire()).isEqualTo(text);
    }

    /** Six hundred owners with ten units each, and two thousand rounds: of the country, regions, owners and a few units. */
    static void large(JdbcClient sql, String body, String version) {
        sql.sql("""
                insert into organisation.county (number, name, valid_from)
                    select to_char(n, 'FM00'), 'x', date '2024-01-01' from generate_series(60, 74) n
                """).update();
        sql.sql("""
                insert into organisation.region (layer, code, name, valid_from)
                    select 'rvts', 'stor_' || n, 'Stor ' || n, date '2024-01-01' from generate_series(0, 4) n
                """).update();
        sql.sql("""
                insert into organisation.region_county (layer, region, county, valid_from)
                    select 'rvts', 'stor_' || n % 5, to_char(n, 'FM00'), date '2024-01-01' from generate_series(60, 74) n
                """).update();
        sql.sql("""
                insert into organisation.owner (path, kind, name, fictional, valid_from)
                    select ('no.stor_' || n)::ltree, 'municipality', 'Eier ' || n, true, date '2024-01-01' from generate_series(0, 599) n
                """).update();
        sql.sql("""
                insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                    select ('no.stor_' || n / 10 || '.u' || n % 10)::ltree, ('no.stor_' || n / 10)::ltree, 'Enhet ' || n,
                        to_char(60 + n / 10 % 15, 'FM00'), case when n % 3 = 0 then 'specialist' else 'primary' end, true,
                        date '2024-01-01'
                    from generate_series(0, 5999) n
                """).update();
        sql.sql("""
                with made as (
                    insert into survey.round (id, name, questionnaire, version, body, anonymous, underway, first, levels,
                        opens, closes, made, made_by, opened, closed, settled)
                    select gen_random_uuid(), 'Runde ' || n, 'stor', :version, :body, true, false, 'unit',
                        case when n % 7 = 0 then array['primary'] else '{}' end,
                        date '2026-01-01' + n / 7, date '2026-02-01' + n / 7, date '2025-12-01' + n / 7, gen_random_uuid(),
                        case when n < 1900 then now() end, case when n < 1800 then now() end, case when n < 1780 then now() end
                    from generate_series(0, 1999) n
                    returning id, substr(name, 7)::int as n
                )
                insert into survey.round_place (round, place)
                select id, place from made cross join lateral (
                    select 'no' where n % 10 = 0
                    union all select 'rvts/stor_' || n % 5 where n % 10 in (1, 2)
                    union all select 'no.stor_' || (n * 7 + k) % 600 from generate_series(1, 3) k where n % 10 in (3, 4)
                    union all select 'no.stor_' || n * 3 % 600 || '.u' || k from generate_series(1, 6) k where n % 10 > 4
                ) it (place)
                """).param("body", body).param("version", version).update();
        sql.sql("analyze").update();
    }

    @Test
    void two_thousand_rounds_over_six_thousand_units_are_listed_with_one_statement_for_every_role() {
        Questionnaire text = questionnaire("Stor");
        large(sql, QuestionnaireText.write(text), QuestionnaireText.version(text));
        List<UnitPath> region = sql.sql("""
                        select path::text as path from organisation.unit
                        where county in (select county from organisation.region_county where region = 'stor_1')
                        """)
                .query((row, _) -> new UnitPath(row.getString("path")))
                .list();
        assertThat(region).hasSize(1200);
        OrganisationScope country = new OrganisationScope(List.of(UnitPath.COUNTRY));
        assertThat(counting.since(() -> lists.list(Purpose.GENERAL, country, true, RoundQuery.first(50), TODAY)))
                .as("the questionnaire is read the first time")
                .isEqualTo(2);
        for (OrganisationScope scope : List.of(
                country,
                new OrganisationScope(region),
                new OrganisationScope(List.of(new UnitPath("no.stor_7"))),
                new OrganisationScope(List.of(new UnitPath("no.stor_7.u3"))))) {
            RoundList[] list = new RoundList[1];
            assertThat(counting.since(
                            () -> list[0] = lists.list(Purpose.GENERAL, scope, true, RoundQuery.first(50), TODAY)))
                    .isOne();
            assertThat(list[0].count()).isGreaterThan(300);
            assertThat(list[0].lines()).hasSize(50);
            assertThat(counting.since(() ->
                            list[0] = lists.asking(Purpose.GENERAL, scope, Set.of(), RoundQuery.first(50), TODAY)))
                    .isOne();
            assertThat(list[0].lines()).hasSize(50);
            RoundId one = list[0].lines().getFirst().id();
            assertThat(counting.since(() -> lists.reach(one, scope, TODAY))).isOne();
            assertThat(counting.since(() -> rounds.find(one))).isOne();
        }
    }
}
