package no.samtidig.survey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.database.LongWork;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.disclosure.Releasing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Measures surveys for {@code bin/bench}, each figure beside its limit in the same run: whole answers sent over HTTP beside pgbench
 * writing the same rows, and the results page beside a bare aggregate over the same answers. The application runs as it is, on a database
 * of its own that flushes to disk; wrk, pgbench and ab are other processes on the same machine. Prints JSON.
 */
final class SurveyBench {
    private static final int CONNECTIONS = 8;
    private static final int STATEMENTS = 33;
    private static final Pattern ADDRESS = Pattern.compile("postgresql://postgres:([^@]++)@(.++)");
    private static final List<String> COUNTIES =
            List.of("03", "11", "15", "18", "31", "32", "33", "34", "39", "40", "42", "46", "50", "55", "56");

    private final App app;
    private final SurveyWorld world;
    private final Path folder;
    private final List<UnitPath> units = new ArrayList<>();
    private final Questionnaire questionnaire = QuestionnaireText.read("bench", Path.of("bench.yaml"), questions());

    private SurveyBench(App app, Path folder) {
        this.app = app;
        this.world = new SurveyWorld(app);
        this.folder = folder;
        for (String county : COUNTIES) {
            units.addAll(world.units("bench" + county, county, ServiceLevel.SPECIALIST, 12));
            units.addAll(world.units("benchp" + county, county, ServiceLevel.PRIMARY, 8));
        }
    }

    /** A folder for the database, how many answers to send (0: none), and the sizes of rounds to look at. */
    public static void main(String[] arguments) throws Exception {
        LongWork.call(
                () -> { // what is made first takes longer than a request may
                    measure(arguments);
                    return arguments;
                });
    }

    private static void measure(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int sent = Integer.parseInt(arguments[1]);
        try (App app = App.start("--samtidig.database.directory=" + folder.resolve("data"))) {
            SurveyBench bench = new SurveyBench(app, folder);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("lists", bench.lists());
            System.out.println("FIGURES " + json(figures));
            if (sent > 0) {
                figures.put("submissions", bench.submissions(sent));
            }
            List<Map<String, Object>> results = new ArrayList<>();
            figures.put("results", results);
            for (int i = 2; i < arguments.length; i++) {
                results.add(bench.results(Integer.parseInt(arguments[i])));
                System.out.println("FIGURES " + json(figures));
            }
        }
    }

    /** Forty things to answer: 33 statements, a grid of five, a choice and a slider. */
    private static String questions() {
        StringBuilder text = new StringBuilder("""
                title: {nb: Måling, nn: Måling}
                introduction: {nb: Til måling, nn: Til måling}
                minutes: 10
                items:
                """);
        for (int i = 0; i < STATEMENTS; i++) {
            text.append(
                    "  - {kind: frequency, code: f%d, text: {nb: Påstand %d, nn: Påstand %d}}\n".formatted(i, i, i));
        }
        return text.append("""
                  - kind: likert
                    code: g
                    text: {nb: Rutenett, nn: Rutenett}
                    points: [{nb: A, nn: A}, {nb: B, nn: B}, {nb: C, nn: C}, {nb: D, nn: D}, {nb: E, nn: E}]
                    rows: [{code: a, nb: a, nn: a}, {code: b, nb: b, nn: b}, {code: c, nb: c, nn: c}, {code: d, nb: d, nn: d}, {code: e, nb: e, nn: e}]
                  - kind: single
                    code: s
                    text: {nb: Valg, nn: Val}
                    options: [{code: x, nb: X, nn: X}, {code: y, nb: Y, nn: Y}]
                  - {kind: slider, code: t, text: {nb: Skala, nn: Skala}, low: {nb: Lite, nn: Lite}, high: {nb: Mye, nn: Mykje}}
                """).toString();
    }

    private static Map<String, List<String>> answers(Random random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int i = 0; i < STATEMENTS; i++) {
            answers.put("f" + i, List.of(String.valueOf(random.nextInt(5))));
        }
        for (String row : List.of("a", "b", "c", "d", "e")) {
            answers.put("g." + row, List.of(String.valueOf(1 + random.nextInt(5))));
        }
        answers.put("s", List.of(random.nextBoolean() ? "x" : "y"));
        answers.put("t", List.of(String.valueOf(random.nextInt(11))));
        return answers;
    }

    private Map<String, Object> submissions(int count) throws Exception {
        Round round = world.open(questionnaire, Round.First.STAFF_GROUP, false);
        tell("Making " + count + " invitations");
        List<UUID> tickets = tickets(round, count);
        Tickets codes = app.bean(Tickets.class);
        Files.write(folder.resolve("codes"), tickets.stream().map(codes::code).toList());
        StringBuilder body = new StringBuilder("gjor=send&versjon=" + round.version());
        answers(new Random(1))
                .forEach((key, value) ->
                        body.append("&svar.").append(key).append('=').append(value.getFirst()));
        Files.writeString(folder.resolve("body"), body);
        Files.writeString(folder.resolve("send.lua"), LUA);
        byte[] sealed = app.bean(Envelope.class)
                .seal(
                        new Envelope.SealedAnswer(
                                UUID.randomUUID(),
                                units.getFirst(),
                                java.util.Optional.of(StaffGroup.MILIEU),
                                new Answers(answers(new Random(1)))),
                        Envelope.room(questionnaire));
        Round beside = world.open(questionnaire, Round.First.STAFF_GROUP, false);
        Files.writeString(folder.resolve("insert.sql"), """
                insert into survey.envelope (proof, round, sealed)
                values (sha256(random()::text::bytea), '%s', decode('%s', 'hex'));
                """.formatted(
                        beside.id().value(), HexFormat.of().formatHex(sealed)));
        tell("Warming up");
        send(20);
        double before = pgbench(8);
        int had = envelopes(round);
        tell("Sending whole answers");
        Sent sent = send(15);
        int all = envelopes(round);
        if (all >= count) {
            throw new IllegalStateException("the invitations were used up before the time was");
        }
        int came = all - had;
        double after = pgbench(8);
        double limit = (before + after) / 2;
        if (sent.failed() > 0) {
            throw new IllegalStateException("failed: " + sent.output());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("items", 40);
        figures.put("per_second", Math.round(came / sent.seconds()));
        figures.put("p95_ms", sent.p95());
        figures.put("pgbench_per_second", Math.round(limit));
        figures.put("of_limit", rounded(came / sent.seconds() / limit));
        figures.put("sealed_bytes", sealed.length);
        figures.put("failed", sent.failed());
        return figures;
    }

    private record Sent(double seconds, double p95, int failed, String output) {}

    private Sent send(int seconds) throws Exception {
        String output = run(
                "wrk",
                "-t2",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "-s",
                folder.resolve("send.lua").toString(),
                app.address(),
                "--",
                folder.toString());
        Matcher took =
                Pattern.compile("took (\\d+) us, p95 (\\d+) us, bad (\\d+)").matcher(output);
        if (!took.find()) {
            throw new IllegalStateException(output);
        }
        return new Sent(
                Integer.parseInt(took.group(1)) / 1e6,
                rounded(Integer.parseInt(took.group(2)) / 1000.0),
                Integer.parseInt(took.group(3)),
                output);
    }

    /** Every thread takes every second code, and goes on where the last call stopped. */
    private static final String LUA = """
            local threads = 0
            function setup(thread) thread:set("number", threads); threads = threads + 1 end
            function init(args)
                folder = args[1]
                body = io.open(folder .. "/body"):read("*a")
                codes = {}
                local i = 0
                for code in io.lines(folder .. "/codes") do
                    if i % 2 == number then codes[#codes + 1] = code end
                    i = i + 1
                end
                local kept = io.open(folder .. "/next" .. number)
                at = kept and tonumber(kept:read("*a")) or 0
                if kept then kept:close() end
                headers = {["Content-Type"] = "application/x-www-form-urlencoded"}
            end
            function request()
                at = at + 1
                if at % 500 == 0 then
                    local file = io.open(folder .. "/next" .. number, "w"); file:write(at + 500); file:close()
                end
                if codes[at] == nil then wrk.thread:stop() end
                return wrk.format("POST", "/svar/" .. (codes[at] or "slutt"), headers, body)
            end
            function done(summary, latency)
                local e = summary.errors
                io.write(string.format("took %d us, p95 %d us, bad %d\\n", summary.duration, latency:percentile(95),
                    e.connect + e.read + e.write + e.status + e.timeout))
            end
            """;

    private double pgbench(int seconds) throws Exception {
        tell("pgbench writes the same rows");
        String output = run(
                "pgbench",
                "-n",
                "-c" + CONNECTIONS,
                "-j2",
                "-T" + seconds,
                "-M",
                "prepared",
                "-f",
                folder.resolve("insert.sql").toString(),
                address());
        Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private int envelopes(Round round) {
        return world.sql
                .sql("select count(*) from survey.envelope where round = :round")
                .param("round", round.id().value())
                .query(Integer.class)
                .single();
    }

    private List<UUID> tickets(Round round, int count) {
        List<UUID> ids = new ArrayList<>();
        Tickets codes = app.bean(Tickets.class);
        Random random = new Random(2);
        while (ids.size() < count) {
            List<UUID> some = new ArrayList<>();
            for (int i = 0; i < 2000 && ids.size() + some.size() < count; i++) {
                some.add(UUID.randomUUID());
            }
            world.sql
                    .sql("""
                    insert into survey.ticket (id, round, digest, language, unit, staff_group, made)
                    select id::uuid, :round, decode(digest, 'hex'), 'nb', unit::ltree, staff_group, current_date
                    from unnest(:ids::text[], :digests::text[], :units::text[], :groups::text[])
                        as it (id, digest, unit, staff_group)
                    """)
                    .param("round", round.id().value())
                    .param("ids", some.stream().map(UUID::toString).toArray(String[]::new))
                    .param(
                            "digests",
                            some.stream()
                                    .map(it -> HexFormat.of().formatHex(Tickets.digest(codes.code(it))))
                                    .toArray(String[]::new))
                    .param(
                            "units",
                            some.stream()
                                    .map(_ -> units.get(random.nextInt(units.size()))
                                            .value())
                                    .toArray(String[]::new))
                    .param(
                            "groups",
                            some.stream().map(_ -> group(random).code()).toArray(String[]::new))
                    .update();
            ids.addAll(some);
        }
        return ids;
    }

    private static StaffGroup group(Random random) {
        int of = random.nextInt(10);
        return of < 5 ? StaffGroup.MILIEU : of < 9 ? StaffGroup.CLINICIAN : StaffGroup.LEADER;
    }

    private Map<String, Object> results(int count) throws Exception {
        Round round = world.open(questionnaire, Round.First.STAFF_GROUP, false);
        tell("A round with " + count + " answers");
        List<UUID> tickets = tickets(round, count);
        Map<UUID, Ticket> of = new HashMap<>();
        world.sql
                .sql("select id, unit::text as unit, staff_group from survey.ticket where round = :round")
                .param("round", round.id().value())
                .query((row, number) -> of.put(
                        row.getObject("id", UUID.class),
                        new Ticket(
                                row.getObject("id", UUID.class),
                                round.id(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                no.samtidig.platform.Language.NB,
                                new UnitPath(row.getString("unit")),
                                StaffGroup.of(row.getString("staff_group")),
                                false,
                                false)))
                .list();
        Random random = new SecureRandom();
        Envelope envelope = app.bean(Envelope.class);
        Tickets codes = app.bean(Tickets.class);
        int room = Envelope.room(questionnaire);
        for (int from = 0; from < count; from += 2000) {
            List<UUID> some = tickets.subList(from, Math.min(count, from + 2000));
            world.sql
                    .sql("""
                    insert into survey.envelope (proof, round, sealed)
                    select decode(proof, 'hex'), :round, decode(sealed, 'hex')
                    from unnest(:proofs::text[], :sealed::text[]) as it (proof, sealed)
                    """)
                    .param("round", round.id().value())
                    .param(
                            "proofs",
                            some.stream()
                                    .map(it -> HexFormat.of().formatHex(codes.proof(it)))
                                    .toArray(String[]::new))
                    .param(
                            "sealed",
                            some.stream()
                                    .map(it -> {
                                        Ticket ticket = java.util.Objects.requireNonNull(of.get(it));
                                        return HexFormat.of()
                                                .formatHex(envelope.seal(
                                                        new Envelope.SealedAnswer(
                                                                it,
                                                                ticket.unit(),
                                                                ticket.staffGroup(),
                                                                new Answers(answers(random))),
                                                        room));
                                    })
                                    .toArray(String[]::new))
                    .update();
        }
        app.bean(Rounds.class).close(round.id());
        tell("Letting them out");
        long begun = System.nanoTime();
        app.bean(Releasing.class).release(round.id());
        double released = (System.nanoTime() - begun) / 1e9;
        analyze();
        String path = "/undersokelser/" + round.id().value() + "/resultater";
        List<Double> whole = page("prosjektleder", path);
        List<Double> divided = page("prosjektleder", path + "?del=rvts");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("answers", count);
        figures.put("letting_out_s", rounded(released));
        figures.put("page_ms", rounded(whole.get(whole.size() / 2)));
        figures.put("divided_page_ms", rounded(divided.get(divided.size() / 2)));
        figures.put("divided_p95_ms", rounded(divided.get(divided.size() * 95 / 100)));
        figures.put("bare_aggregate_ms", rounded(aggregate(round)));
        return figures;
    }

    /** Two thousand rounds over six thousand units, with 100 invitations and 40 answers each, as three roles see them. */
    private List<Map<String, Object>> lists() throws Exception {
        tell("Making 2,000 rounds");
        RoundListsTest.large(
                world.sql, QuestionnaireText.write(questionnaire), QuestionnaireText.version(questionnaire));
        world.sql.sql("""
                insert into survey.ticket (id, round, digest, language, unit, made)
                select gen_random_uuid(), id, sha256((id::text || n)::bytea), 'nb', 'no.stor_1.u1', current_date
                from survey.round cross join generate_series(1, 100) n where state <> 'draft'
                """).update();
        world.sql.sql("""
                insert into survey.envelope (proof, round)
                select sha256((id::text || n)::bytea), id from survey.round cross join generate_series(1, 40) n
                where state <> 'draft'
                """).update();
        world.sql
                .sql(
                        "update access.role_grant set region_layer = 'rvts', region_code = 'stor_1' where region_layer is not null")
                .update();
        world.sql
                .sql("update access.role_grant set path = 'no.stor_7.u3' where nlevel(path) = 3")
                .update();
        analyze();
        List<Map<String, Object>> figures = new ArrayList<>();
        for (String role : List.of("prosjektleder", "regional-kontakt", "enhetsleder")) {
            tell("The list of rounds for " + role);
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("role", role);
            List<Double> page = page(role, "/undersokelser");
            figure.put("page_ms", rounded(page.get(page.size() / 2)));
            figure.put("page_p95_ms", rounded(page.get(page.size() * 95 / 100)));
            List<Double> results = page(role, "/resultater");
            figure.put("results_page_ms", rounded(results.get(results.size() / 2)));
            figures.add(figure);
        }
        return figures;
    }

    /** How long the page takes somebody, fifty times after ten, in milliseconds and in order. */
    private List<Double> page(String role, String path) throws Exception {
        List<Double> took = new ArrayList<>();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(app.address() + "/demo/logg-inn"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("rolle=" + role))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            HttpRequest wanted =
                    HttpRequest.newBuilder(URI.create(app.address() + path)).build();
            for (int i = 0; i < 60; i++) {
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = browser.send(wanted, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + ": " + answer.statusCode());
                }
                if (i >= 10) {
                    took.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        return took.stream().sorted().toList();
    }

    /** What PostgreSQL needs to count the same answers once, undivided: the fastest of three, in milliseconds. */
    private double aggregate(Round round) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            world.sql.sql("""
                    select it.key, it.value, count(*) from survey.response r, jsonb_each(r.answers) it
                    where r.round = :round group by 1, 2
                    """).param("round", round.id().value()).query().listOfRows();
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        return best;
    }

    /** The way in as the role that owns everything: what is measured beside the application, and its statistics, need it. */
    private String address() throws IOException {
        Path data = folder.resolve("data");
        return "postgresql://postgres:%s@127.0.0.1:%s/postgres"
                .formatted(
                        Files.readString(data.resolve("database.password")).strip(),
                        Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .get(3)
                                .strip());
    }

    private void analyze() throws IOException {
        Matcher parts = ADDRESS.matcher(address());
        if (!parts.matches()) {
            throw new IllegalStateException("no address");
        }
        JdbcClient.create(
                        new DriverManagerDataSource("jdbc:postgresql://" + parts.group(2), "postgres", parts.group(1)))
                .sql("vacuum analyze")
                .update();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }

    private static void tell(String what) {
        System.out.println("  " + what + " …");
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", figure));
    }

    private static String json(Object figures) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(figures);
    }
}
