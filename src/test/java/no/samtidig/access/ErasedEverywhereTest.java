package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.EverywhereSearch;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.certificate.Achievement;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Misses;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.survey.Respondents;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has used everything is erased, and every column of every table is searched for their name, address and id: today's and
 * earlier ones. Before that the same search says which tables have something of theirs, and their own copy must show each.
 */
@Proves(Promise.OWN_DATA)
@RenewedApp(eachTest = true)
class ErasedEverywhereTest {
    private static final String PASSWORD = "fire ord etter hverandre";
    private static final String EMAIL = "utviska.proveskogheim@x.invalid";
    private static final String FORMER_EMAIL = "utviska.gammelstua@x.invalid";
    private static final String NAME = "Utviska Prøveskogheim";
    private static final String FORMER_NAME = "Utviska Gammelstua";

    /** What may stay, and what the person is told of: the account as a number, and the log, for five years; and samples of these columns. */
    private static final Set<String> STAYS = Set.of(
            "access.account.id",
            "access.account.email",
            "access.audit.actor",
            "access.audit.subject",
            "access.audit.about",
            "pg_stats");

    /** Under which kind the copy shows what a table has. */
    private static final Map<String, String> SHOWN_AS = Map.ofEntries(
            Map.entry("survey.ticket", "survey_invitation"),
            Map.entry("survey.named_response", "survey_answer"),
            Map.entry("survey.import_stage", "survey_list"),
            Map.entry("survey.round", "survey_round"),
            Map.entry("survey.reminder", "survey_reminder"),
            Map.entry("questionnaire.draft", "questionnaire_draft"),
            Map.entry("improvement.gap_leader", "gap_leader_answer"),
            Map.entry("improvement.gap_council", "gap_council_written"),
            Map.entry("questionnaire.published", "questionnaire_published"));

    /** What the copy does not show, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of(
            "access.session_attributes", "what a session holds is shown as the session",
            "pg_stats", "the database's samples of the columns that are shown");

    private static final App app = App.shared();

    private JdbcClient sql;
    private AccountId account;
    private Person person;

    @BeforeEach
    void somebody_uses_everything() {
        sql = app.asOwner();
        Accounts accounts = app.bean(Accounts.class);
        account = accounts.keep(FORMER_EMAIL, FORMER_NAME, accounts.hash(PASSWORD));
        sql.sql("update access.account set name = :name, email = :email where id = :id")
                .param("name", NAME)
                .param("email", EMAIL)
                .param("id", account.value())
                .update();
        for (Role role : Role.values()) {
            accounts.grant(null, account, role, Place.of(new UnitPath("no.fagerdal.dps_fjordheim")), "DPS Fjordheim");
        }
        person = app.visitor();
        person.post("/logg-inn", "e-post", EMAIL, "passord", "feil passord her");
        person.post("/logg-inn", "e-post", EMAIL, "passord", PASSWORD);
        person.get("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
        app.visitor().post("/glemt-passord", "e-post", EMAIL);
        mails();
        lists();
        everyRow();
        sql.sql("update access.session set expiry_time = 1 where session_id = :id")
                .param("id", abandoned())
                .update();
        sql.sql("analyze").update();
    }

    /** A session of theirs that nobody ended. */
    private String abandoned() {
        List<String> before = sessions();
        app.visitor().post("/logg-inn", "e-post", EMAIL, "passord", PASSWORD);
        return sessions().stream()
                .filter(it -> !before.contains(it))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sessions() {
        return sql.sql("select session_id from access.session where principal_name = :id")
                .param("id", account.value().toString())
                .query(String.class)
                .list();
    }

    /** Mail to others that tells of them, sent and waiting. */
    private void mails() {
        Outbox outbox = app.bean(Outbox.class);
        outbox.put("m1", "en@x.invalid", new Letter("Invitasjon", NAME + " (" + EMAIL + ") inviterer deg."));
        outbox.put("m2", "to@x.invalid", new Letter("Fra " + NAME.toUpperCase(java.util.Locale.ROOT), "Hei"));
        outbox.put("m3", "tre@x.invalid", new Letter("Hei", "Hilsen " + FORMER_NAME));
        outbox.put("m4", FORMER_EMAIL, new Letter("Hei", "Til deg"));
        outbox.put("m5", "fem@x.invalid", new Letter("Hei", "Til Utviska Prøveskogheims venn, og dette skal stå."));
        outbox.put("module-completed:" + account.value() + ":x", EMAIL, new Letter("Ferdig", NAME));
        outbox.put("module-completed:" + account.value() + ":y", EMAIL, new Letter("Ferdig", NAME));
        sql.sql("update platform.mail set sent = now() where key in ('m1', 'm3')")
                .update();
        sql.sql(
                        "update platform.mail set recipient = '', body = '', subject = '', sent = now() where key like 'module-completed:%:y'")
                .update();
    }

    /** Lists of addresses of others, and invitations to the address by itself. */
    private void lists() {
        Respondents round = Respondents.to(app, "alt");
        UUID ticket = round.ticket(Optional.empty(), Language.NB, Optional.empty());
        sql.sql("update survey.ticket set address = :email where id = :id")
                .param("email", EMAIL)
                .param("id", ticket)
                .update();
        sql.sql(
                        "insert into survey.import_stage (id, round, account, made, content) values (gen_random_uuid(), :round, gen_random_uuid(), now(), :content)")
                .param("round", round.round().value())
                .param(
                        "content",
                        "navn;e-post;enhet\nEn Annen;en@x.invalid;A\n" + NAME + ";"
                                + EMAIL.toUpperCase(java.util.Locale.ROOT) + ";A\n")
                .update();
    }

    private record Owned(String table, String column) {}

    /** A column that a row needs. */
    private record Needed(String name, String type, boolean account) {
        /** Another's account: not the same in a column called so as in others. */
        String other() {
            return "(select id from access.account where email like '%.invalid' and id <> :id order by created, id limit 1 offset "
                    + Math.max(0, List.of("asked_by", "account", "confirmed_by").indexOf(name)) + ")";
        }
    }

    /** A row of theirs in every table that can have one, also in those that did not exist when this was written. */
    private void everyRow() {
        UUID round = Respondents.to(app, "alt", false, true).round().value();
        ContentVersion version = new ContentVersion("000000000000");
        Achievement achievement = new Achievement(
                "x", version, version, new LocalizedText(Map.of(Language.NB, "X")), List.of(), List.of(), 1);
        sql.sql(
                        "insert into certificate.achievement (module, version, facts) values ('x', '000000000000', :facts::jsonb)")
                .param("facts", app.bean(JsonMapper.class).writeValueAsString(achievement))
                .update();
        UUID journey = UUID.randomUUID();
        sql.sql("""
                insert into improvement.journey (id, unit, stage, begun, since)
                values (:id, 'no.fagerdal.dps_fjordheim', 'running', current_date, current_date)
                """).param("id", journey).update();
        sql.sql("""
                insert into improvement.gap_round (round, journey, occasion, form, residential) values (:round, :journey, 0, 'full', false)
                """).param("round", round).param("journey", journey).update();
        UUID rating = UUID.randomUUID();
        sql.sql("""
                insert into improvement.fidelity_rating (id, journey, month, begun) values (:id, :journey, 0, current_date)
                """).param("id", rating).param("journey", journey).update();
        UUID goal = UUID.randomUUID();
        sql.sql(
                        "insert into improvement.goal (id, journey, area, sentence, made) values (:id, :journey, 'x', 'x', current_date)")
                .param("id", goal)
                .param("journey", journey)
                .update();
        UUID action = UUID.randomUUID();
        sql.sql("""
                insert into improvement.action (id, goal, words, due, sign, made, changed)
                values (:id, :goal, 'x', current_date, 'x', current_date, current_date)
                """).param("id", action).param("goal", goal).update();
        Map<String, String> special = Map.ofEntries(
                Map.entry("goal", "'" + goal + "'"),
                Map.entry("action", "'" + action + "'"),
                Map.entry("journey", "'" + journey + "'"),
                Map.entry("rating", "'" + rating + "'"),
                Map.entry("month", "6"),
                Map.entry("minutes", "30"),
                Map.entry("part", "'leder'"),
                Map.entry("stage", "'interested'"),
                Map.entry("side", "'leader'"),
                Map.entry("answer", "'yes'"),
                Map.entry("to_stage", "'interested'"),
                Map.entry("round", "'" + round + "'"),
                Map.entry("path", "'no.fagerdal.dps_fjordheim'"),
                Map.entry("unit", "'no.fagerdal.dps_fjordheim'"),
                Map.entry("language", "'nb'"),
                Map.entry("role", "'behandler'"),
                Map.entry("step", "1"),
                Map.entry("module", "'x'"),
                Map.entry("name", "'" + NAME + "'"),
                Map.entry("email", "'" + EMAIL + "'"),
                Map.entry("slug", "'et-skjema'"),
                Map.entry("first", "'unit'"),
                Map.entry("half", "'2026-2'"),
                Map.entry("version", "'000000000000'"),
                Map.entry("ending", "'none'"),
                Map.entry("code", "'0123456789ABCDEF'"));
        Map<String, List<String>> besides = Map.of(
                "access.invitation", List.of("path"),
                "access.role_grant", List.of("path"),
                "access.second_step_reset", List.of("confirmed", "confirmed_by"),
                "certificate.certificate", List.of("module", "version", "name", "place", "achieved", "issued"),
                "improvement.leader_change", List.of("answer", "answered"),
                "improvement.meeting", List.of("ended", "ending"),
                "survey.ticket", List.of());
        for (Owned it : owned()) {
            if (sql.sql("select exists (select from " + it.table() + " where " + it.column() + " = :id)")
                    .param("id", account.value())
                    .query(Boolean.class)
                    .single()) {
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            needed(it.table(), besides.getOrDefault(it.table(), List.of()))
                    .forEach(column -> row.put(
                            column.name(),
                            column.account()
                                    ? column.other()
                                    : special.getOrDefault(column.name(), anything(column.type()))));
            row.put(it.column(), ":id");
            if (it.table().equals("survey.round")) {
                row.put("name", "'Runden'"); // what people wrote themselves is not looked through
            }
            if (it.column().equals("inviter")) {
                row.putAll(Map.of("email", "'en.tredje@x.invalid'", "name", "''"));
            }
            sql.sql("insert into " + it.table() + " (" + String.join(", ", row.keySet()) + ") values ("
                            + String.join(", ", row.values()) + ")")
                    .param("id", account.value())
                    .update();
        }
    }

    /** Columns that hold an account's id: by their foreign key, or by their name. */
    private List<Owned> owned() {
        return sql.sql("""
                select n.nspname || '.' || c.relname as table, a.attname as column
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not like 'pg%' and a.atttypid = 'uuid'::regtype and not a.attisdropped
                  and (a.attname in ('account', 'actor', 'inviter') or a.attname like '%\\_by'
                    or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
                        and f.confrelid = 'access.account'::regclass and a.attnum = any(f.conkey)))
                order by 1, 2
                """).query(Owned.class).list();
    }

    private List<Needed> needed(String table, List<String> besides) {
        return sql.sql("""
                select a.attname as name, t.typname as type,
                    exists (select from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f'
                        and f.confrelid = 'access.account'::regclass and a.attnum = any(f.conkey)) as account
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
                  and a.attgenerated = '' and ((a.attnotnull and not a.atthasdef) or a.attname = any(:besides))
                """)
                .param("table", table)
                .param("besides", besides.toArray(String[]::new))
                .query(Needed.class)
                .list();
    }

    private static String anything(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "bytea" -> "uuid_send(gen_random_uuid())";
            case "timestamptz", "date" -> "now()";
            case "bool" -> "true";
            case "jsonb" -> "'{}'";
            case "ltree" -> "'no.x'";
            default -> type.startsWith("_") ? "'{}'" : type.matches("int.|float.") ? "1" : "gen_random_uuid()::text";
        };
    }

    private List<String> words() {
        return List.of(
                account.value().toString(),
                EMAIL,
                FORMER_EMAIL,
                NAME,
                FORMER_NAME,
                "Utviska",
                "Prøveskogheim",
                "gammelstua");
    }

    /** In mails of others the name can be part of a longer word; that one is not searched for. */
    private void forgetTheLongerWord() {
        assertThat(sql.sql("delete from platform.mail where key = 'm5' and body like '%Prøveskogheims venn%'")
                        .update())
                .as("a longer word stands")
                .isEqualTo(1);
        sql.sql("analyze platform.mail").update();
    }

    private void erase() {
        app.bean(Closing.class)
                .close(
                        Objects.requireNonNull(
                                app.bean(Accounts.class).visitor(account, null).person()),
                        Language.NB);
        app.clock().forward(Duration.ofDays(15));
        assertThat(app.bean(Closing.class).eraseClosed()).isEqualTo(1);
        app.bean(Misses.class).forgetOld();
    }

    @Test
    void nothing_is_left_but_a_number_in_the_account_and_in_the_log() {
        EverywhereSearch search = new EverywhereSearch(sql);
        assertThat(search.columnsWith(words()))
                .as("before")
                .contains(
                        "platform.mail.key",
                        "platform.mail.body",
                        "survey.import_stage.content",
                        "survey.ticket.address")
                .contains("access.invitation.inviter", "survey.round.made_by", "questionnaire.draft.changed_by")
                .contains("access.former_identity.email", "access.session.principal_name", "pg_stats");
        erase();
        forgetTheLongerWord();

        assertThat(search.columnsWith(words())).isSubsetOf(STAYS);
        assertThat(search.columnsWith(List.of(EMAIL, FORMER_EMAIL, NAME, FORMER_NAME, "Utviska")))
                .as("no name, no address")
                .isEmpty();
        assertThat(sql.sql("select content from survey.import_stage")
                        .query(String.class)
                        .list())
                .as("the others on the list stay")
                .containsExactly("navn;e-post;enhet\nEn Annen;en@x.invalid;A\n");
        assertThat(sql.sql("select subject from platform.mail where key = 'm2'")
                        .query(String.class)
                        .list())
                .as("what waits still goes out")
                .containsExactly("Fra …");
    }

    @Test
    void what_is_planted_anywhere_is_found() {
        EverywhereSearch search = new EverywhereSearch(sql);
        sql.sql("create schema attic").update();
        sql.sql("create table attic.box (a text, b bytea, c jsonb, d text[], e text)")
                .update();
        for (String statement : List.of(
                "insert into attic.box (a) values ('fra UTVISKA.PROVESKOGHEIM@x.invalid til')",
                "insert into attic.box (b) values (sha256('" + EMAIL + "'))",
                "insert into attic.box (c) values ('{\"x\": [\"" + NAME + "\"]}')",
                "insert into attic.box (d) values (array['"
                        + account.value().toString().replace("-", "") + "'])",
                "insert into attic.box (e) values ('/svar?e=utviska.proveskogheim%40x.invalid')")) {
            sql.sql(statement).update();
        }
        erase();
        assertThat(search.columnsWith(words()))
                .contains("attic.box.a", "attic.box.b", "attic.box.c", "attic.box.d", "attic.box.e");
    }

    @Test
    void the_own_copy_shows_something_of_every_table_that_has_something() {
        String file = person.get("/min-side/mine-data/samtidig.json").body();
        Map<String, String> missing = new TreeMap<>();
        List<String> tables = new ArrayList<>(new EverywhereSearch(sql).tablesWith(words()));
        assertThat(tables).hasSizeGreaterThan(25);
        tables.removeAll(NOT_SHOWN.keySet());
        for (String table : tables) {
            String kind = SHOWN_AS.getOrDefault(table, table.substring(table.indexOf('.') + 1));
            if (!file.contains("\"" + kind + "\" : [ {")) {
                missing.put(table, kind);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(file)
                .as("mail to them, and of mail to others only that it names them")
                .contains("\"Ferdig\"", "Til deg", "\"mail_about\" : [ {")
                .doesNotContain("inviterer deg.", "en@x.invalid");
        assertThat(person.get("/min-side/mine-data/samtidig.html").text()).contains("E-post til deg");
    }
}
