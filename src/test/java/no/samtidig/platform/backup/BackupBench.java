package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Samtidig;
import no.samtidig.platform.TestSecrets;
import no.samtidig.platform.database.DatabaseLogin;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures a backup while the application runs, a restore of it and the drill, for {@code bin/bench}: with so many whole answers to forty
 * questions, and the demo world. Prints JSON.
 */
final class BackupBench {
    private static final String KEY =
            "--samtidig.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]);

    private BackupBench() {}

    /** A folder to work in, and how many answers. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int answers = Integer.parseInt(arguments[1]);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("answers", answers);
        Path backups = folder.resolve("backups");
        try (App app = App.start("--samtidig.database.directory=" + folder.resolve("data"))) {
            JdbcClient sql = app.bean(JdbcClient.class);
            fill(sql, answers);
            figures.put(
                    "databaseMB",
                    sql.sql("select pg_database_size(current_database()) / 1000000")
                            .query(Long.class)
                            .single());
            BackingUp.Written[] written = new BackingUp.Written[1];
            figures.put(
                    "backupSeconds",
                    seconds(() -> written[0] = new BackingUp(
                                    app.bean(DatabaseLogin.class),
                                    TestSecrets.known(),
                                    Clock.systemUTC(),
                                    Progress.silent())
                            .to(backups)));
            figures.put("backupMB", written[0].bytes() / 1_000_000);
            figures.put("rows", written[0].rows());
            Files.writeString(folder.resolve("data/secret.key"), KEY.substring(KEY.indexOf('=') + 1));
        }
        String file = newest(backups).toString();
        figures.put(
                "restoreSeconds",
                seconds(() -> operator(
                        "restore", file, "--data", folder.resolve("new").toString())));
        figures.put(
                "drillSeconds",
                seconds(() -> operator(
                        "restore",
                        "--drill",
                        file,
                        "--data",
                        folder.resolve("data").toString())));
        System.out.println("FIGURES "
                + figures.entrySet().stream()
                        .map(it -> "\"" + it.getKey() + "\": " + it.getValue())
                        .collect(Collectors.joining(", ", "{", "}")));
        System.exit(0);
    }

    private static void fill(JdbcClient sql, int answers) {
        sql.sql("""
                insert into survey.round (id, name, questionnaire, version, body, anonymous, underway, first, opens, closes, made, made_by,
                    opened, closed, settled)
                values ('00000000-0000-4000-8000-000000000001', 'Måling', 'maling', '1', '', true, false, 'unit', current_date,
                    current_date, current_date, gen_random_uuid(), now(), now(), now())
                """).update();
        sql.sql("""
                insert into survey.cell (id, round, level, staff_group)
                select gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'primary', 'g' || n from generate_series(1, 1000) n
                """).update();
        sql.sql("""
                insert into survey.response (id, round, cell, day, answers)
                select gen_random_uuid(), '00000000-0000-4000-8000-000000000001', cells.ids[1 + n % 1000], current_date,
                    (select jsonb_object_agg('f' || item, jsonb_build_array((random() * 4)::integer::text || left(n::text, 0)))
                        from generate_series(1, 40) item)
                from generate_series(1, :answers) n cross join (select array_agg(id) as ids from survey.cell) cells
                """).param("answers", answers).update();
    }

    private static Path newest(Path backups) throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(it -> it.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Object operator(String... arguments) throws IOException {
        if (OperatorCommands.run(
                        Stream.concat(Stream.of(arguments), Stream.of(KEY)).toArray(String[]::new), Samtidig.class)
                != 0) {
            throw new IOException("it went badly");
        }
        return arguments;
    }

    private static String seconds(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return String.valueOf(
                Math.round(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 100.0) / 10.0);
    }
}
