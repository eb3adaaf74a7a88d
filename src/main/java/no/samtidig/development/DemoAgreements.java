package no.samtidig.development;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Stage;
import no.samtidig.platform.yaml.YamlNode;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The agreements of the five made-up units, and when their people came. Days are counted from the journey's own. */
@Component
@OnlyInDevelopment
@Order(50)
class DemoAgreements implements DemoPart {
    private static final List<String> POINTS = List.of(
            "line-manager",
            "time-in-roster",
            "cover",
            "team",
            "representatives",
            "user-council",
            "other-projects",
            "dates",
            "obstacles",
            "told-staff");

    private final JdbcClient sql;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    DemoAgreements(JdbcClient sql, Accounts accounts, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    private record Unit(String path, String leader, int staff, List<String> goal, Map<String, String> team) {}

    private record At(UUID id, UUID coach) {}

    @Override
    public void make() {
        Unit morgenstien = new Unit(
                "no.morgenstien.dognbehandling",
                "torunn.espeland@morgenstien.invalid",
                22,
                List.of(
                        "hele personalgruppa",
                        "spørsmålet om egen vold til en fast del av inntaket",
                        "i første samtale",
                        "innen dag tre",
                        "hver gang",
                        "behandleren"),
                Map.of(
                        "leader", "Torunn Espeland",
                        "milieu", "Oddveig Nesbø",
                        "clinician", "Sjur Haukeland",
                        "doubter", "Roger Hauge",
                        "asked", "Wenche Aarø",
                        "lived-experience", "Tone Liland"));
        Unit elvetun = new Unit(
                "no.sundvik_sykehus_hf.elvetun",
                "maren.fjellheim@sundvik.invalid",
                16,
                List.of(
                        "alle på dag- og kveldsvakt",
                        "en øving på tolv minutter",
                        "på personalmøtet",
                        "første halvtime",
                        "annenhver uke",
                        "en kollega"),
                Map.of(
                        "leader", "Maren Fjellheim",
                        "milieu", "Risten Eira",
                        "clinician", "Berit Haugan",
                        "doubter", "Odd Kåre Lian",
                        "asked", "Samira Warsame"));
        Unit almenes = new Unit(
                "no.almenes_kommune.psykisk_helse_og_rus",
                "anne.grete.moen@almenes.invalid",
                7,
                List.of(
                        "hele teamet",
                        "barn til et fast punkt",
                        "på tirsdagsmøtet",
                        "før sakene fordeles",
                        "hver uke",
                        "hverandre"),
                Map.of("leader", "Anne Grete Moen", "colleague", "Guro Vinje", "neighbour", "Eli Marie Havnvik"));
        Unit dps = new Unit(
                "no.sundvik_sykehus_hf.sundvik_dps",
                "frode.kleiven@sundvik.invalid",
                31,
                List.of(
                        "alle behandlere",
                        "vurderingen av vold til en del av utredningen",
                        "i tredje samtale",
                        "før planen skrives",
                        "hver gang",
                        "en kollega"),
                Map.of("leader", "Frode Kleiven", "clinician", "Elin Rosvoll", "asked", "Jonas Myrvang"));
        Unit havnesund = new Unit(
                "no.almenes_kommune.havnesund_ettervern",
                "eli.marie.havnvik@almenes.invalid",
                4,
                List.of(
                        "alle fire",
                        "spørsmålet om hvem som er trygg hjemme til en fast del av besøket",
                        "hjemme hos den det gjelder",
                        "ved andre besøk",
                        "hver gang",
                        "en kollega"),
                Map.of("leader", "Eli Marie Havnvik", "colleague", "Stian Grøttum", "neighbour", "Guro Vinje"));
        for (Unit it : List.of(morgenstien, elvetun, almenes, dps, havnesund)) {
            agreement(it);
            came(it.path());
        }
        cameDaysAgo("tomasz.zielinski@sundvik.invalid", 52);
        cameDaysAgo("odd.kare.lian@sundvik.invalid", 17);
        farewell(dps.path());
    }

    private void agreement(Unit unit) {
        At at = at(unit.path());
        AccountId leader = accounts.byEmail(unit.leader()).orElseThrow();
        LocalDate agreed = reached(at.id(), Stage.AGREED);
        version(at.id(), 1, unit, DemoMeetings.working(agreed.minusDays(9)), leader);
        yes(at.id(), "leader", leader.value(), DemoMeetings.working(agreed.minusDays(4)));
        yes(at.id(), "region", at.coach(), DemoMeetings.working(agreed.minusDays(1)));
        LocalDate anchored = reached(at.id(), Stage.ANCHORED);
        for (int i = 0; i < POINTS.size(); i++) {
            sql.sql(
                            "insert into improvement.agreement_tick (journey, point, account, day) values (:journey, :point, :by, :day)")
                    .param("journey", at.id())
                    .param("point", POINTS.get(i))
                    .param("by", leader.value())
                    .param("day", DemoMeetings.working(anchored.minusDays(10L - i)))
                    .update();
        }
    }

    private At at(String unit) {
        return sql.sql("select id, coach from improvement.journey where unit = :unit::ltree")
                .param("unit", unit)
                .query(At.class)
                .single();
    }

    private LocalDate reached(UUID journey, Stage stage) {
        return sql.sql("select day from improvement.journey_move where journey = :journey and to_stage = :stage")
                .param("journey", journey)
                .param("stage", stage.code())
                .query(LocalDate.class)
                .single();
    }

    private record Clause(String id, Map<String, String> text) {}

    private String clauses() {
        try {
            String text =
                    new ClassPathResource("content/gap/agreement.yaml").getContentAsString(StandardCharsets.UTF_8);
            return json.writeValueAsString(
                    YamlNode.read(Path.of("content", "gap", "agreement.yaml"), 1, text).list("agreement").stream()
                            .map(it -> new Clause(it.text("id"), Map.of("nb", it.text("nb"), "nn", it.text("nn"))))
                            .toList());
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void version(UUID journey, int number, Unit unit, LocalDate made, AccountId by) {
        sql.sql("""
                insert into improvement.agreement_version (journey, number, goal, staff, clauses, made, made_by)
                values (:journey, :number, :goal::text[], :staff, :clauses::jsonb, :made, :by)
                """)
                .param("journey", journey)
                .param("number", number)
                .param("goal", unit.goal().toArray(String[]::new))
                .param("staff", unit.staff())
                .param("clauses", clauses())
                .param("made", made)
                .param("by", by.value())
                .update();
        unit.team()
                .forEach((seat, name) -> sql.sql("""
                insert into improvement.agreement_seat (journey, number, seat, name) values (:journey, :number, :seat, :name)
                """)
                        .param("journey", journey)
                        .param("number", number)
                        .param("seat", seat)
                        .param("name", name)
                        .update());
    }

    private void yes(UUID journey, String side, UUID by, LocalDate day) {
        sql.sql("""
                insert into improvement.agreement_yes (id, journey, number, side, account, day, made)
                values (:id, :journey, 1, :side, :by, :day, :made)
                """)
                .param("id", UUID.randomUUID())
                .param("journey", journey)
                .param("side", side)
                .param("by", by)
                .param("day", day)
                .param("made", day.atTime(10, 0).atZone(clock.getZone()).toOffsetDateTime())
                .update();
    }

    /** The people of a unit were there before anybody had heard of this. */
    private void came(String unit) {
        sql.sql("update access.role_grant set granted = granted - interval '900 days' where path = :unit::ltree")
                .param("unit", unit)
                .update();
    }

    private void cameDaysAgo(String email, int days) {
        sql.sql(
                        "update access.role_grant set granted = granted + make_interval(days => 900 - :days) where account = :account")
                .param("days", days)
                .param("account", accounts.byEmail(email).orElseThrow().value())
                .update();
    }

    private void farewell(String unit) {
        sql.sql(
                        "insert into improvement.farewell (journey, told, talk, ask_again) values (:journey, :told, 'held', true)")
                .param("journey", at(unit).id())
                .param("told", """
                        Vi stanser nå. Lederen er borte, og vi skal slås sammen med en annen enhet. Det vi målte før vi begynte, \
                        er fortsatt vårt, og leksjonene kan alle bruke som før.""")
                .update();
    }
}
