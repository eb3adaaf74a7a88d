package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The application as an operator starts it: a process that says one line and ends where it cannot start. */
class LauncherTest {
    private static final Path SYSTEMS_JAVAS = Path.of("/usr/lib/jvm");

    private record Run(int code, List<String> lines) {}

    private static Run run(Path java, String classPath, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath, "no.samtidig.Launcher"));
        command.addAll(List.of(settings));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(it -> it.startsWith("SAMTIDIG_"));
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(
                running.waitFor(),
                out.lines()
                        .filter(it -> !it.startsWith("SLF4J") && !it.contains(" INFO "))
                        .toList()); // of the tests' libraries;
    }

    @Test
    void a_start_that_cannot_be_is_one_line_and_a_code() throws Exception {
        Run away = run(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "--samtidig.database.url=jdbc:postgresql://db.samtidig.invalid/samtidig");
        assertThat(away.lines()).hasSize(1);
        assertThat(away.lines().getFirst())
                .isEqualTo("Samtidig cannot start: The database server's name is not known. "
                        + "Look at the host in samtidig.database.url, and at the name service of this machine.");
        assertThat(away.code()).isEqualTo(1);
    }

    @Test
    void an_older_java_is_told_in_one_line_too() throws Exception {
        Optional<Path> older = older();
        assumeTrue(older.isPresent(), "no Java 17 to 24 on this machine");
        Run run = run(older.get(), "target/classes");
        assertThat(run.lines()).hasSize(1);
        assertThat(run.lines().getFirst()).startsWith("Samtidig cannot start: it needs Java 25, and this is Java ");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void the_class_that_says_so_can_be_read_by_java_17() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("target/classes/no/samtidig/Launcher.class"));
                DataInputStream data = new DataInputStream(file)) {
            assertThat(data.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(data.readUnsignedShort()).isZero();
            assertThat(data.readUnsignedShort()).as("version of the class file").isEqualTo(61);
        }
    }

    private static Optional<Path> older() throws IOException {
        if (!Files.isDirectory(SYSTEMS_JAVAS)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(SYSTEMS_JAVAS)) {
            return all.filter(it -> it.getFileName().toString().matches(".*\\b(17|18|19|2[0-4])\\b.*"))
                    .map(it -> it.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
