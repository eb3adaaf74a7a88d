package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.platform.web.WithoutSession;
import no.samtidig.survey.Respondents;
import no.samtidig.survey.disclosure.Releasing;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Plays somebody who has the database before and after an anonymous answer, and its whole log of writes (WAL) in between, while the answerer
 * was signed in all the time: every row of every table with the transaction that wrote it, and every record of the log.
 */
@Tag("survey")
@Proves(Promise.ANONYMOUS)
@RenewedApp(eachTest = true)
class AnswerWhileSignedInTest {
    private static final App app = App.shared();
    private static final JdbcClient sql = app.asOwner();

    private Person somebody;
    private Respondents round;
    private String code;

    @BeforeEach
    void somebody_is_signed_in() {
        somebody = app.signedIn("miljoterapeut");
        round = Respondents.to(app, "alt");
        code = round.code();
        app.visitor().get("/svar/" + code); // what is read once is read
        // the last use was long enough ago that the next one is noted
        sql.sql("update access.session set last_access_time = last_access_time - 600000")
                .update();
        sql.sql("create extension if not exists pg_walinspect").update();
        sql.sql("checkpoint").update();
    }

    /**
     * What an attacker has of some doings.
     *
     * @param rows tables with a row that was not there before, as it is now
     * @param logged tables written to in the log, each with the transactions that did
     */
    private record Traces(Set<String> rows, Map<String, Set<String>> logged) {
        Set<String> tables() {
            Set<String> all = new TreeSet<>(rows);
            all.addAll(logged.keySet());
            return all;
        }
    }

    private static Traces of(Runnable doings) {
        Map<String, Set<String>> before = rows();
        String from = position();
        doings.run();
        String to = position();
        Map<String, Set<String>> after = rows();
        Set<String> changed = new TreeSet<>();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.getOrDefault(table, Set.of()))) {
                changed.add(table);
            }
        });
        return new Traces(changed, logged(from, to));
    }

    /** Every row of every table, with where it lies, and which transactions wrote and locked it. */
    private static Map<String, Set<String>> rows() {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (String table : sql.sql("""
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """).query(String.class).list()) {
            rows.put(
                    table,
                    Set.copyOf(sql.sql("select concat_ws(' ', ctid, xmin, xmax, md5(it::text)) from " + table + " it")
                            .query(String.class)
                            .list()));
        }
        return rows;
    }

    /** Where the log of writes is now; a note after it makes all before it readable. */
    private static String position() {
        String here = sql.sql("select pg_current_wal_insert_lsn()::text")
                .query(String.class)
                .single();
        sql.sql("select pg_logical_emit_message(false, 'samtidig', 'here', true)")
                .query()
                .listOfRows();
        return here;
    }

    /** Rows written, by the log: reading writes too (hints, pruning), but of no row; the server's own statistics come when they come. */
    private static Map<String, Set<String>> logged(String from, String to) {
        Map<String, Set<String>> logged = new TreeMap<>();
        sql.sql("""
                select coalesce(owner.oid, c.oid)::regclass::text as relation, b.xid::text as xid
                from pg_get_wal_block_info(cast(:from as pg_lsn), cast(:to as pg_lsn)) b
                    join pg_class c on c.relfilenode = b.relfilenode
                    left join pg_class owner on owner.reltoastrelid = c.oid
                where b.reldatabase = (select oid from pg_database where datname = current_database())
                  and b.resource_manager in ('Heap', 'Heap2') and b.record_type !~ 'PRUNE|FREEZE|VISIBLE|LOCK'
                    and coalesce(owner.relnamespace, c.relnamespace) <> 'pg_catalog'::regnamespace
                """).param("from", from).param("to", to).query(row -> {
            logged.computeIfAbsent(row.getString("relation"), _ -> new TreeSet<>())
                    .add(row.getString("xid"));
        });
        return logged;
    }

    /** Everything a browser does from the link in the mail to the receipt, and some that goes wrong. */
    private void answers() {
        String path = "/svar/" + code;
        Person.Answer page = somebody.get(path);
        loads(page);
        somebody.post("/sprak", "sprak", "nn", "retur", path);
        page = somebody.submit(page.one("#svar-skjema"), "gjor", "neste");
        loads(page);
        somebody.submit(page.one("#svar-skjema"), "gjor", "send");
        somebody.get("/svar/finnes/ikke");
        somebody.get("/svar/%ff");
        somebody.get("/svar/a;b=c");
        somebody.post(path, "gjor", "neste", "svar.forslag", "x".repeat(300_000));
        somebody.post(path + "/ikke-her", "leser", "abc");
        Person.Answer done = somebody.post(path, "versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier");
        assertThat(done.path()).isEqualTo("/svar/takk");
        loads(done);
        somebody.get(path);
        somebody.post("/%73var/" + code, "versjon", round.version(), "gjor", "send", "svar.yrke", "lege");
        assertThat(round.sent()).hasSize(1);
    }

    private void loads(Person.Answer page) {
        Stream.of("link[href]", "script[src]")
                .flatMap(it -> page.page().select(it).stream())
                .map(it -> it.hasAttr("href") ? it.attr("href") : it.attr("src"))
                .filter(it -> it.startsWith("/"))
                .forEach(it -> assertThat(somebody.bytes(it)).isNotEmpty());
    }

    @Test
    void an_answer_writes_one_envelope_and_nothing_that_knows_anybody() {
        Traces traces = of(this::answers);

        assertThat(traces.logged()).as("one row is written").containsOnlyKeys("survey.envelope");
        assertThat(traces.logged().get("survey.envelope"))
                .as("by one transaction")
                .hasSize(1);
        assertThat(traces.rows())
                .as("the round is held while its envelope comes in; it knows who made it, not who answers")
                .containsExactly("survey.envelope", "survey.round");
        assertThat(somebody.get("/min-side").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void what_lets_answers_out_writes_nothing_that_knows_anybody_but_tickets_and_those_by_themselves() {
        answers();
        for (int i = 0; i < 6; i++) {
            app.visitor()
                    .post("/svar/" + round.code(), "versjon", round.version(), "gjor", "send", "svar.yrke", "lege");
        }

        Traces traces = of(() -> app.bean(Releasing.class).release(round.round()));

        assertThat(traces.tables()).contains("survey.ticket").allMatch(it -> it.startsWith("survey."));
        Set<String> others = new TreeSet<>();
        traces.logged().forEach((table, transactions) -> {
            if (!table.equals("survey.ticket")) {
                others.addAll(transactions);
            }
        });
        assertThat(traces.logged().get("survey.ticket")).doesNotContainAnyElementsOf(others);
    }

    @Test
    void with_the_session_read_as_on_other_pages_it_is_caught() {
        Object ids = app.bean(HttpSessionIdResolver.class);
        Object real = ReflectionTestUtils.getField(ids, "without");
        Supplier<List<WithoutSession>> none = List::of;
        ReflectionTestUtils.setField(ids, "without", none);
        try {
            assertThat(of(this::answers).tables()).contains("access.session");
        } finally {
            ReflectionTestUtils.setField(ids, "without", real);
        }
    }

    @Test
    void with_only_what_the_page_loads_read_with_a_session_it_is_caught() {
        Object ids = app.bean(HttpSessionIdResolver.class);
        Object real = ReflectionTestUtils.getField(ids, "without");
        Supplier<List<WithoutSession>> pages = () -> List.of(WithoutSession.at("/svar/**"));
        ReflectionTestUtils.setField(ids, "without", pages);
        try {
            assertThat(of(this::answers).tables()).contains("access.session");
        } finally {
            ReflectionTestUtils.setField(ids, "without", real);
        }
    }

    @Test
    void a_note_of_who_was_there_last_in_the_envelopes_own_transaction_is_caught() {
        for (String statement : List.of(
                "create table survey.seen (account text)",
                "grant all on survey.seen to public",
                """
                create function survey.see() returns trigger language plpgsql as
                $$ begin insert into survey.seen select principal_name from access.session limit 1; delete from survey.seen; return new; end $$
                """,
                "create trigger sees after insert on survey.envelope for each row execute function survey.see()")) {
            sql.sql(statement).update();
        }
        Traces traces = of(this::answers);
        assertThat(traces.rows()).as("no row is left of it").doesNotContain("survey.seen");
        assertThat(traces.logged()).containsKey("survey.seen");
    }

    @Test
    void every_address_under_svar_is_without_a_session() {
        List<WithoutSession> all = new ArrayList<>(app.beansOf(WithoutSession.class));
        for (String path :
                List.of("/svar", "/svar/", "/svar/takk", "/svar/abc", "/svar/abc/ikke-minn", "/%73var/abc")) {
            var request = new org.springframework.mock.web.MockHttpServletRequest("GET", path);
            assertThat(all.stream().anyMatch(it -> it.covers(request))).as(path).isTrue();
        }
        for (String path : List.of("/", "/min-side", "/svarer", "/undersokelser")) {
            var request = new org.springframework.mock.web.MockHttpServletRequest("GET", path);
            assertThat(all.stream().anyMatch(it -> it.covers(request))).as(path).isFalse();
        }
    }
}
