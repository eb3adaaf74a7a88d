package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goals and actions of the made-up units ({@code journey.md} section 10). Days are counted from today. */
@Component
@OnlyInDevelopment
@Order(70)
class DemoActions implements DemoPart {
    private final JdbcClient sql;
    private final Accounts accounts;
    private final Clock clock;
    private final boolean wanted;

    DemoActions(
            JdbcClient sql, Accounts accounts, Clock clock, @Value("${samtidig.demo-progress:true}") boolean wanted) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public void make() {
        morgenstien();
        elvetun();
        almenes();
        sundvik();
    }

    private void morgenstien() {
        UUID journey = journey("no.morgenstien.dognbehandling");
        AccountId leader = account("torunn.espeland@morgenstien.invalid");
        AccountId milieu = account("oddveig.nesbo@morgenstien.invalid");
        AccountId clinician = account("sjur.haukeland@morgenstien.invalid");
        UUID ask = goal(
                journey,
                0,
                "mottak",
                "Alle som tar imot nye, spør om egen bruk av vold i første samtale, senest dag tre, sammen med behandleren.",
                560,
                leader);
        UUID asked = action(
                ask,
                "spor-utovd",
                "Sett spørsmålet rett etter spørsmålet om å være utsatt.",
                milieu,
                530,
                "Begge står på samme ark i inntaket.",
                "yes",
                560,
                null);
        note(
                asked,
                milieu,
                545,
                "partly",
                "Nytt ark i to uker.",
                "Arket blir brukt på dag, ikke alltid på kveld.",
                "Si det på vaktskiftet.");
        note(asked, milieu, 528, "yes", "Sa det på hvert vaktskifte.", "Arket ligger ved hver ny innkomst.", "");
        UUID card = action(
                ask,
                null,
                "Et kort med spørsmålet i lomma til alle.",
                milieu,
                500,
                "Kortet blir tatt fram.",
                "not-yet",
                552,
                465);
        note(
                card,
                milieu,
                500,
                "not-yet",
                "Kort til alle på personalmøtet.",
                "Ingen leste kortet.",
                "Ta det opp etter tre måneder.");
        look(card, leader, 465, "dropped", "Kortet ingen leste. Vi øver heller høyt.");
        UUID risk = goal(
                journey,
                0,
                "risiko",
                "Hver vurdering av fare ender i et tiltak som står i planen samme dag, hos behandleren.",
                560,
                leader);
        UUID measure = action(
                risk,
                "vurdering-til-tiltak",
                "Gi vurderingen en linje til: Hva gjør vi nå?",
                clinician,
                520,
                "Linja er sjelden tom.",
                "yes",
                555,
                null);
        note(measure, clinician, 518, "yes", "Linja står i malen.", "De fleste skriver hva vi gjør.", "");
        UUID practise = goal(
                journey,
                0,
                "kompetanse",
                "Hele personalgruppa øver tolv minutter annenhver uke på personalmøtet, i par.",
                560,
                leader);
        UUID twelve = action(
                practise,
                "over",
                "Tolv minutter øving først på saklista.",
                null,
                30,
                "Øvingen er gjort to ganger på rad, også om sommeren.",
                "partly",
                90,
                null);
        action(
                practise,
                null,
                "Hold i neste GAP-runde og lista for nye kolleger etter de atten månedene.",
                milieu,
                -40,
                "Datoen for neste runde står i årshjulet.",
                "partly",
                12,
                null);
        note(twelve, leader, 120, "not-yet", "Øving i juli.", "Sommeren tok øvingstida.", "Begynn på nytt i august.");
        note(
                twelve,
                leader,
                40,
                "partly",
                "Øving først på møtet.",
                "Gjort tre av fire ganger.",
                "Vikarene får leksjonen.");
    }

    private void elvetun() {
        UUID journey = journey("no.sundvik_sykehus_hf.elvetun");
        AccountId leader = account("maren.fjellheim@sundvik.invalid");
        AccountId samira = account("samira.warsame@sundvik.invalid");
        AccountId risten = account("risten.eira@sundvik.invalid");
        if (wanted) {
            elvetunAtFirst(journey, leader, risten);
        }
        UUID ask = goal(
                journey,
                6,
                "mottak",
                "Alle på dag og kveld spør nye personer om begge sider av volden innen tre døgn.",
                187,
                leader);
        UUID sentence = action(
                ask,
                "spor-utsatt",
                "Velg ett spørsmål alle bruker i første samtale.",
                samira,
                150,
                "Tre på vakt sier det likt uten å lese.",
                "yes",
                187,
                null);
        note(sentence, samira, 160, "partly", "Prøvde to setninger.", "Den korte blir brukt.", "Øve på natt.");
        note(sentence, samira, 148, "yes", "Spurte tre på vakt.", "Alle sa det likt.", "");
        action(
                ask,
                "spor-utovd",
                "Avtal hvem som spør innen tredje dag hvis det ikke ble spurt.",
                risten,
                -5,
                "Navnet står på tavla eller i dagsplanen.",
                "partly",
                60,
                null);
        UUID practise = goal(
                journey,
                6,
                "kompetanse",
                "Vi øver tolv minutter på personalmøtet annenhver uke, to og to.",
                187,
                leader);
        action(
                practise,
                "over",
                "Si spørsmålet høyt i par på fire personalmøter.",
                null,
                9,
                "Alle har sagt det fire ganger.",
                "partly",
                100,
                null);
    }

    /** The goal of the first meeting, which was replaced at the second. */
    private void elvetunAtFirst(UUID journey, AccountId leader, AccountId risten) {
        UUID first = goal(
                journey,
                0,
                "mottak",
                "Alle på dagvakt spør nye personer om de er utsatt for vold, i andre samtale, alene med personen.",
                372,
                leader);
        UUID alone = action(
                first,
                "spor-alene",
                "Legg ti minutter alene inn i alle førstesamtaler.",
                risten,
                330,
                "Følget får tilbud om kaffe et annet sted.",
                "yes",
                370,
                null);
        note(
                alone,
                risten,
                352,
                "partly",
                "Kaffe i peisestua for følget.",
                "Det går på dagtid, ikke i helgene.",
                "Spør helgevaktene.");
        note(
                alone,
                risten,
                332,
                "yes",
                "Helgevaktene fikk nøkkel til peisestua.",
                "Ingen måtte spørre med følget i rommet.",
                "");
        look(alone, leader, 278, "kept", "Det fungerer. Nå gjelder det helgene også.");
        endGoal(
                first,
                leader,
                187,
                "new-round",
                "Vi så at «spør» hadde betydd «noterer når noen forteller det». Nytt mål.");
    }

    private void almenes() {
        UUID journey = journey("no.almenes_kommune.psykisk_helse_og_rus");
        UUID children = goal(
                journey,
                0,
                "barn-familie",
                "Hele teamet tar opp barn som fast punkt på tirsdagsmøtet, før sakene fordeles.",
                14,
                account("anne.grete.moen@almenes.invalid"));
        action(
                children,
                "barn-hjemme",
                "Sett barn øverst på saklista for tirsdagsmøtet.",
                account("guro.vinje@almenes.invalid"),
                -14,
                "Punktet er tatt fire tirsdager på rad.",
                "not-yet",
                12,
                null);
    }

    private void sundvik() {
        UUID journey = journey("no.sundvik_sykehus_hf.sundvik_dps");
        AccountId leader = account("frode.kleiven@sundvik.invalid");
        UUID assess =
                goal(journey, 0, "utredning", "Alle behandlere spør om vold på nytt i tredje samtale.", 250, leader);
        UUID week = action(
                assess,
                "spor-igjen",
                "Sett en fast uke for å spørre igjen.",
                account("elin.rosvoll@sundvik.invalid"),
                215,
                "Uka står i malen for oppfølging.",
                "yes",
                245,
                null);
        note(
                week,
                account("elin.rosvoll@sundvik.invalid"),
                214,
                "yes",
                "Uke fire står i malen.",
                "Flere spør uten å bli minnet på det.",
                "");
        UUID plan = goal(
                journey, 0, "behandling", "Rus og vold står i samme plan når begge deler er vanskelig.", 250, leader);
        action(
                plan,
                "samme-plan",
                "Gi planmalen to linjer som står under hverandre.",
                account("jonas.myrvang@sundvik.invalid"),
                180,
                "Ny mal er i bruk.",
                "not-yet",
                240,
                null);
    }

    private AccountId account(String email) {
        return accounts.byEmail(email).orElseThrow();
    }

    private LocalDate ago(int days) {
        return LocalDate.now(clock).minusDays(days);
    }

    private UUID journey(String unit) {
        return sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", unit)
                .query(UUID.class)
                .single();
    }

    private UUID goal(UUID journey, int occasion, String area, String sentence, int daysAgo, AccountId by) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into improvement.goal (id, journey, area, sentence, occasion, made, made_by, told)
                values (:id, :journey, :area, :sentence, :occasion, :made, :by, :made)
                """)
                .param("id", id)
                .param("journey", journey)
                .param("area", area)
                .param("sentence", sentence)
                .param("occasion", occasion)
                .param("made", ago(daysAgo))
                .param("by", by.value())
                .update();
        return id;
    }

    private UUID action(
            UUID goal,
            @Nullable String statement,
            String words,
            @Nullable AccountId owner,
            int dueDaysAgo,
            String sign,
            String seen,
            int madeDaysAgo,
            @Nullable Integer droppedDaysAgo) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into improvement.action
                    (id, goal, statement, words, owner, everybody, due, sign, seen, made, changed, looked, dropped, before_told, after_told)
                values (:id, :goal, :statement, :words, :owner, :everybody, :due, :sign, :seen, :made, :made, :dropped, :dropped, :due, :due)
                """)
                .param("id", id)
                .param("goal", goal)
                .param("statement", statement)
                .param("words", words)
                .param("owner", owner == null ? null : owner.value())
                .param("everybody", owner == null)
                .param("due", ago(dueDaysAgo))
                .param("sign", sign)
                .param("seen", seen)
                .param("made", ago(madeDaysAgo))
                .param("dropped", droppedDaysAgo == null ? null : ago(droppedDaysAgo))
                .update();
        return id;
    }

    private void note(UUID action, AccountId by, int daysAgo, String seen, String tried, String saw, String next) {
        sql.sql("""
                insert into improvement.action_note (id, action, day, written_by, seen, tried, saw, next, made)
                values (gen_random_uuid(), :action, :day, :by, :seen, :tried, :saw, :next, :day)
                """)
                .param("action", action)
                .param("day", ago(daysAgo))
                .param("by", by.value())
                .param("seen", seen)
                .param("tried", tried)
                .param("saw", saw)
                .param("next", next)
                .update();
    }

    private void endGoal(UUID goal, AccountId by, int daysAgo, String reason, String note) {
        sql.sql(
                        "update improvement.goal set ended = :day, ended_by = :by, end_reason = :reason, end_note = :note where id = :id")
                .param("day", ago(daysAgo))
                .param("by", by.value())
                .param("reason", reason)
                .param("note", note)
                .param("id", goal)
                .update();
    }

    private void look(UUID action, AccountId by, int daysAgo, String decision, String reason) {
        sql.sql("""
                insert into improvement.action_look (id, action, day, looked_by, decision, reason, made)
                values (gen_random_uuid(), :action, :day, :by, :decision, :reason, :day)
                """)
                .param("action", action)
                .param("day", ago(daysAgo))
                .param("by", by.value())
                .param("decision", decision)
                .param("reason", reason)
                .update();
        sql.sql("update improvement.action set looked = :day where id = :action")
                .param("day", ago(daysAgo))
                .param("action", action)
                .update();
    }
}
