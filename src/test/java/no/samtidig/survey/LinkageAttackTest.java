package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays somebody with the whole database: every table with its physical order (ctid), the transactions that wrote its rows (xmin), keys and
 * sizes; who in addition saw in which order people answered, and which envelope was whose. Whoever guesses blindly hits one in each cell
 * on average, however large it is. Each way of attacking is tried on a variant of the code that it catches.
 */
@Tag("auditor")
@RenewedApp
@Proves(Promise.ANONYMOUS)
class LinkageAttackTest {
    private static final int UNITS = 12;
    private static final int IN_EACH = 10;

    /** Blind guesses hit {@code UNITS} on average, with that as variance (fixed points of a permutation): this is six deviations above. */
    private static final int NO_BETTER_THAN_CHANCE = UNITS + (int) Math.ceil(6 * Math.sqrt(UNITS));

    private static final App app = App.shared();
    private static SurveyWorld world;
    private static List<UnitPath> units;

    @BeforeAll
    static void start() {
        world = new SurveyWorld(app);
        units = world.units("angrep", "50", ServiceLevel.SPECIALIST, UNITS);
    }

    /**
     * Somebody who answered, as the attacker wants to unmask them.
     *
     * @param number what they answered
     */
    private record Somebody(UUID ticket, UnitPath unit, int number, int arrived) {}

    /** A row of the dump with everything one can sort by. */
    private record Row(String table, String unit, int number, Map<String, String> keys) {}

    private static List<Somebody> everybodyAnswers(Round round) {
        List<Somebody> people = new ArrayList<>();
        Random order = new Random(7);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < UNITS * IN_EACH; i++) {
            places.add(i % UNITS);
        }
        java.util.Collections.shuffle(places, order);
        for (int i = 0; i < places.size(); i++) {
            int number = 1000 + order.nextInt(90_000);
            UnitPath unit = units.get(places.get(i));
            UUID ticket = world.answer(
                    round,
                    unit,
                    StaffGroup.MILIEU,
                    Map.of(
                            "nummer",
                            List.of(String.valueOf(number)),
                            "svar",
                            List.of("ja"),
                            "ord",
                            List.of("x".repeat(i + 1))));
            people.add(new Somebody(ticket, unit, number, i));
        }
        return people;
    }

    /** The answers as they lie in the database. */
    private static List<Row> responses(Round round) {
        return world.sql
                .sql("""
                select r.ctid::text as ctid, r.xmin::text as xmin, r.id::text as id, r.answers ->> 'nummer' as number,
                    pg_column_size(r.answers)::text as size, c.unit::text as unit
                from survey.response r join survey.cell c on c.id = r.cell where r.round = :round order by r.ctid
                """)
                .param("round", round.id().value())
                .query((row, n) -> new Row(
                        "response",
                        row.getString("unit"),
                        Integer.parseInt(row.getString("number").replaceAll("\\D", "")),
                        Map.of(
                                "ctid",
                                position(row.getString("ctid")),
                                "xmin and ctid",
                                "%012d".formatted(row.getLong("xmin")) + position(row.getString("ctid")),
                                "id",
                                row.getString("id"),
                                "size",
                                "%012d".formatted(row.getLong("size")) + row.getString("id"))))
                .list();
    }

    /** What the attacker can sort people by: their ticket, their envelope, when they answered, how much they wrote. */
    private static Map<String, Comparator<Somebody>> orders(Round round) {
        Map<UUID, Map<String, String>> keys = new HashMap<>();
        world.sql
                .sql(
                        "select id, ctid::text as ctid, xmin::text as xmin, encode(digest, 'hex') as digest from survey.ticket where round = :round")
                .param("round", round.id().value())
                .query((row, n) -> keys.put(
                        row.getObject("id", UUID.class),
                        new HashMap<>(Map.of(
                                "ticket's place", position(row.getString("ctid")),
                                "ticket's transaction",
                                        "%012d".formatted(row.getLong("xmin")) + position(row.getString("ctid")),
                                "ticket's key", row.getString("id"),
                                "ticket's digest", row.getString("digest")))))
                .list();
        Tickets tickets = app.bean(Tickets.class);
        Map<String, String> envelopes = new HashMap<>();
        world.sql
                .sql(
                        "select encode(proof, 'hex') as proof, ctid::text as ctid from survey.envelope where round = :round")
                .param("round", round.id().value())
                .query((row, n) -> envelopes.put(row.getString("proof"), position(row.getString("ctid"))))
                .list();
        keys.forEach((ticket, of) -> {
            String proof = java.util.HexFormat.of().formatHex(tickets.proof(ticket));
            of.put("envelope's proof", proof);
            of.put("envelope's place", String.valueOf(envelopes.get(proof)));
        });
        Map<String, Comparator<Somebody>> orders = new LinkedHashMap<>();
        keys.values()
                .iterator()
                .next()
                .keySet()
                .forEach(key -> orders.put(
                        key,
                        Comparator.comparing(it -> String.valueOf(
                                keys.getOrDefault(it.ticket(), Map.of()).get(key)))));
        orders.put("order of arrival", Comparator.comparingInt(Somebody::arrived));
        orders.put("last come first", Comparator.comparingInt(Somebody::arrived).reversed());
        return orders;
    }

    /** For each way to sort people and each way to sort answers: how many are matched rightly when both are laid side by side. */
    private static Map<String, Integer> hits(Round round, List<Somebody> people) {
        List<Row> rows = responses(round);
        assertThat(rows).hasSize(people.size());
        Map<String, Integer> hits = new LinkedHashMap<>();
        orders(round).forEach((how, order) -> {
            for (String key : rows.getFirst().keys().keySet()) {
                int right = 0;
                for (UnitPath unit : units) {
                    List<Somebody> there = people.stream()
                            .filter(it -> it.unit().equals(unit))
                            .sorted(order)
                            .toList();
                    List<Row> answers = rows.stream()
                            .filter(it -> unit.value().equals(it.unit()))
                            .sorted(Comparator.comparing(it -> it.keys().get(key)))
                            .toList();
                    assertThat(answers).hasSize(there.size());
                    for (int i = 0; i < there.size(); i++) {
                        right += there.get(i).number() == answers.get(i).number() ? 1 : 0;
                    }
                }
                hits.put(how + " / " + key, right);
            }
        });
        return hits;
    }

    @Test
    void whoever_has_the_whole_database_and_saw_who_came_when_guesses_no_better_than_chance() {
        Round round = world.open(Round.First.UNIT, false);
        List<Somebody> people = everybodyAnswers(round);
        world.settle(round);
        Map<String, Integer> hits = hits(round, people);
        assertThat(hits).hasSizeGreaterThan(25);
        assertThat(hits).allSatisfy((how, right) -> assertThat(right).as(how).isLessThan(NO_BETTER_THAN_CHANCE));
    }

    /** In a large round PostgreSQL rewrites envelopes one after another, as they are named; in a small one it has to be made to. */
    @Test
    void envelopes_are_not_emptied_in_the_order_in_which_their_answers_are_written() {
        Round round = world.open(Round.First.UNIT, false);
        List<Somebody> people = everybodyAnswers(round);
        app.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    for (String way : List.of("hashjoin", "mergejoin", "seqscan", "bitmapscan")) {
                        world.sql.sql("set local enable_" + way + " = off").update();
                    }
                    world.settle(round);
                });
        assertThat(hits(round, people))
                .allSatisfy((how, right) -> assertThat(right).as(how).isLessThan(NO_BETTER_THAN_CHANCE));
    }

    @Test
    void nothing_of_an_answer_is_written_together_with_a_ticket() {
        Round round = world.open(Round.First.UNIT, false);
        everybodyAnswers(round);
        world.settle(round);
        assertThat(sharedTransactions(round)).isEmpty();
        assertThat(smallestBatch(round)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void no_table_of_answers_holds_a_time_or_counts_up() {
        assertThat(telltaleColumns()).isEmpty();
        Round round = world.open(Round.First.UNIT, false);
        everybodyAnswers(round);
        world.settle(round);
        assertThat(world.sql
                        .sql("""
                        select cast(id as text) from survey.response where round = :round
                        union all select cast(id as text) from survey.free_text where round = :round
                        union all select cast(id as text) from survey.cell where round = :round
                        union all select cast(id as text) from survey.ticket where round = :round
                        """)
                        .param("round", round.id().value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(it -> it.charAt(14) == '4');
    }

    @Test
    void texts_lie_apart_from_answers_and_from_each_other() {
        Round round = world.open(Round.First.UNIT, false);
        List<Somebody> people = everybodyAnswers(round);
        world.settle(round);
        List<Integer> lengths = world.sql
                .sql("select length(words) from survey.free_text where round = :round order by ctid")
                .param("round", round.id().value())
                .query(Integer.class)
                .list();
        assertThat(lengths).hasSize(people.size());
        int right = 0;
        for (int i = 0; i < lengths.size(); i++) {
            right += lengths.get(i) == i + 1 ? 1 : 0;
        }
        assertThat(right).isLessThan(8);
        assertThat(world.sql
                        .sql("select count(*) from survey.response where round = :round and answers ? 'ord'"
                                .replace(" ? ", " ?? "))
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(world.sql
                        .sql("select count(*) from survey.text_envelope")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void envelopes_are_of_one_size_and_no_two_alike() {
        Round round = world.open(Round.First.UNIT, false);
        for (int i = 0; i < 6; i++) {
            world.answer(
                    round,
                    units.getFirst(),
                    StaffGroup.MILIEU,
                    i % 2 == 0
                            ? Map.of("svar", List.of("ja"))
                            : Map.of("svar", List.of("nei"), "ord", List.of("y".repeat(300))));
        }
        assertThat(world.sql
                        .sql("select distinct octet_length(sealed) from survey.envelope where round = :round")
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .list())
                .hasSize(1);
        assertThat(world.sql
                        .sql("select count(distinct sealed) from survey.envelope where round = :round")
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    // What the attacks are good for: each finds the weakness it is there for.

    /** Leaves everything in the order it is in: Fisher and Yates swapping each with itself. */
    private static final class NoChance extends Random {
        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    }

    @Test
    void without_shuffling_the_attack_succeeds() {
        Round round = world.open(Round.First.UNIT, false);
        List<Somebody> people = everybodyAnswers(round);
        world.settle(round, world.releasing(new NoChance()));
        assertThat(hits(round, people).values().stream()
                        .mapToInt(it -> it)
                        .max()
                        .orElseThrow())
                .isGreaterThan(NO_BETTER_THAN_CHANCE);
    }

    @Test
    void with_keys_that_count_up_the_attack_succeeds() {
        Round round = world.open(Round.First.UNIT, false);
        List<Somebody> people = everybodyAnswers(round);
        world.settle(round);
        people.forEach(it -> world.sql
                .sql("""
                update survey.response set id = cast(:id as uuid)
                where round = :round and answers ->> 'nummer' = :number
                """)
                .param("id", "00000000-0000-7000-8000-%012d".formatted(it.arrived()))
                .param("round", round.id().value())
                .param("number", "[\"" + it.number() + "\"]")
                .update());
        assertThat(hits(round, people))
                .hasEntrySatisfying(
                        "order of arrival / id", it -> assertThat(it).isGreaterThan(NO_BETTER_THAN_CHANCE));
    }

    @Test
    void written_in_one_transaction_with_the_ticket_the_attack_succeeds() {
        Round round = world.open(Round.First.UNIT, false);
        everybodyAnswers(round);
        app.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(_ -> world.settle(round));
        assertThat(sharedTransactions(round)).isNotEmpty();
    }

    @Test
    void a_time_beside_the_answer_is_found() {
        app.asOwner()
                .sql("alter table survey.response add column sent timestamptz")
                .update();
        try {
            assertThat(telltaleColumns()).containsExactly("response.sent");
        } finally {
            app.asOwner().sql("alter table survey.response drop column sent").update();
        }
    }

    private static Set<String> sharedTransactions(Round round) {
        Set<String> knowing = transactions(round, "ticket");
        Set<String> telling = new HashSet<>(transactions(round, "response"));
        telling.addAll(transactions(round, "free_text"));
        telling.addAll(transactions(round, "tally"));
        telling.addAll(transactions(round, "envelope"));
        telling.retainAll(knowing);
        return telling;
    }

    private static Set<String> transactions(Round round, String table) {
        return new HashSet<>(world.sql
                .sql("select distinct xmin::text from survey." + table + " where round = :round")
                .param("round", round.id().value())
                .query(String.class)
                .list());
    }

    private static int smallestBatch(Round round) {
        return world.sql
                .sql(
                        "select min(n) from (select count(*) as n from survey.response where round = :round group by xmin::text, cell) b")
                .param("round", round.id().value())
                .query(Integer.class)
                .single();
    }

    private static List<String> telltaleColumns() {
        return world.sql.sql("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'survey'
                  and table_name in ('envelope', 'response', 'cell', 'tally', 'free_text', 'text_envelope', 'item_cell')
                  and (data_type like 'time%' or data_type in ('bigint', 'smallint') or is_identity = 'YES'
                    or column_default like 'nextval%' or column_name in ('account', 'ticket', 'address'))
                """).query(String.class).list();
    }

    private static String position(String ctid) {
        String[] parts = ctid.replaceAll("[()]", "").split(",");
        return "%08d.%05d".formatted(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
