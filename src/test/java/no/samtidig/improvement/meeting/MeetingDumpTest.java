package no.samtidig.improvement.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays somebody with a dump of the whole database after a results meeting, every table in its physical order, who also knows in which
 * order people voted and which digest was whose phone's: who voted for what is not in it. Two meetings in which two people have exchanged
 * their votes leave the same rows, and no phone is left in any. Each way of looking is tried on a database that keeps too much.
 */
@Tag("auditor")
@RenewedApp(eachTest = true)
@Proves(Promise.ANONYMOUS)
class MeetingDumpTest {
    /** What differs between any two meetings: ids, marks and times. */
    private static final Pattern CHANCE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\\\\\\\x[0-9a-f]++|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.\\d]*+\\+\\d\\d");

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-f]++(?![0-9a-zA-Z])");

    private static final App app = App.shared();

    private static JdbcClient owner() {
        return app.asOwner();
    }

    /** Every row of every table, in the order in which they lie. */
    private static Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new LinkedHashMap<>();
        owner().sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1
                        """)
                .query(String.class)
                .list()
                .forEach(it -> dump.put(
                        it,
                        owner().sql("select t::text from " + it + " t order by ctid")
                                .query(String.class)
                                .list()));
        return dump;
    }

    /** What a meeting left: the rows that were not there before it, without what differs between any two meetings. */
    private record Left(Map<String, List<String>> rows, List<String> phones) {}

    private static Left met(Person leader, List<List<String>> votes) {
        owner().sql("truncate improvement.meeting cascade")
                .update(); // a round whose vote is told is not voted on again
        Map<String, List<String>> before = dump();
        String stage = ElvetunRound.begun(app, leader, 60);
        String code = ElvetunRound.code(leader, stage);
        leader.post(stage + "/stemming", "hva", "apne", "rom", String.valueOf(votes.size()));
        for (List<String> vote : votes) {
            Person phone = app.visitor();
            phone.post("/delta/" + code + "/med");
            phone.post("/delta/" + code, "omrade", vote.getFirst(), "omrade", vote.getLast());
        }
        List<String> phones = owner().sql("select encode(phone, 'hex') from improvement.meeting_phone")
                .query(String.class)
                .list();
        assertThat(phones).hasSameSizeAs(votes);
        leader.post(stage + "/stemming", "hva", "lukk", "rom", String.valueOf(votes.size()));
        leader.post(stage + "/slutt", "utfall", "kept");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        dump().forEach((table, all) -> {
            List<String> added = new ArrayList<>(all);
            before.getOrDefault(table, List.of()).forEach(added::remove);
            rows.put(table, added.stream().map(it -> withoutChance(table, it)).toList());
        });
        return new Left(rows, phones);
    }

    private static String withoutChance(String table, String row) {
        String text = CHANCE.matcher(row).replaceAll("~");
        return table.startsWith("improvement.") ? text : DIGITS.matcher(text).replaceAll("#");
    }

    private static final List<List<String>> VOTES = List.of(
            List.of("mottak", "risiko"),
            List.of("mottak", "ledelse"),
            List.of("miljo", "risiko"),
            List.of("mottak", "barn-familie"),
            List.of("mottak", "risiko"),
            List.of("kompetanse", "samarbeid"));

    /** The tables whose rows tell two meetings apart in which the first and the last who voted had exchanged their votes. */
    private static List<String> tellsApart(Person leader) {
        List<List<String>> exchanged = new ArrayList<>(VOTES);
        exchanged.set(0, VOTES.getLast());
        exchanged.set(VOTES.size() - 1, VOTES.getFirst());
        Map<String, List<String>> one = met(leader, VOTES).rows();
        Map<String, List<String>> other = met(leader, exchanged).rows();
        assertThat(one.getOrDefault("improvement.meeting_area", List.of()))
                .as("the meeting itself is in the dump")
                .hasSize(11);
        return one.keySet().stream()
                .filter(it -> !one.getOrDefault(it, List.of()).equals(other.get(it)))
                .toList();
    }

    /** The tables that hold a phone's digest after the meeting. */
    private static List<String> phonesLeft(Person leader) {
        List<String> phones = met(leader, VOTES).phones();
        return dump().entrySet().stream()
                .filter(table -> table.getValue().stream()
                        .anyMatch(row -> phones.stream().anyMatch(row::contains)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    @Test
    void a_dump_of_everything_tells_nobodys_vote() {
        Person leader = ElvetunRound.settled(app, 12);
        assertThat(tellsApart(leader)).isEmpty();
        assertThat(phonesLeft(leader)).isEmpty();
    }

    @Test
    void a_database_that_kept_votes_in_the_order_they_came_is_found() {
        Person leader = ElvetunRound.settled(app, 12);
        keeping(
                "after insert on improvement.meeting_vote",
                "insert into improvement.kept values (new.area); return new;");
        assertThat(tellsApart(leader)).containsExactly("improvement.kept");
    }

    @Test
    void a_database_that_kept_phones_is_found() {
        Person leader = ElvetunRound.settled(app, 12);
        keeping(
                "after delete on improvement.meeting_phone",
                "insert into improvement.kept values (old.phone::text); return old;");
        assertThat(phonesLeft(leader)).containsExactly("improvement.kept");
    }

    private static void keeping(String when, String what) {
        owner().sql("create table improvement.kept (what text)").update();
        owner().sql("create function improvement.keep() returns trigger language plpgsql security definer as $$ begin "
                        + what + " end $$")
                .update();
        owner().sql("create trigger keep " + when + " for each row execute function improvement.keep()")
                .update();
    }
}
