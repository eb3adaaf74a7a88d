package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each script says what it is and how it is used when asked, and does nothing else then. */
class ScriptsTest {
    private static final Path SCRIPTS = Path.of("bin");

    @TempDir
    private Path folder;

    private record Run(int code, String out) {}

    /** Runs a script where the tools that do something only leave a trace. */
    private Run run(String... command) throws IOException, InterruptedException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("mvn", "node", "npm", "npx", "java", "javac", "psql", "apt-get")) {
            Path file = tools.resolve(tool);
            if (!Files.exists(file)) {
                Files.writeString(file, "#!/bin/sh\ntouch " + folder.resolve("started") + "\n");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Run(running.waitFor(), out);
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(it -> !it.toString().contains(".")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_script_helps_and_starts_nothing() throws IOException {
        return scripts().stream()
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    List<String> lines = Files.readAllLines(it);
                    assertThat(lines.get(1)).startsWith("# DOC: ");
                    assertThat(lines.get(2)).startsWith("# USE: " + it);
                    for (String ask : List.of("--help", "-h")) {
                        Run help = run(it.toString(), ask);
                        assertThat(help.code()).isZero();
                        assertThat(help.out()).contains(lines.get(1).substring("# DOC: ".length()));
                    }
                    assertThat(folder.resolve("started")).doesNotExist();
                }));
    }

    @Test
    void a_port_that_nobody_could_find_is_refused() throws Exception {
        for (String port : List.of("0", "65536", "åtti", "80 ", "-1")) {
            Run start = run("bin/start", "--port", port);
            assertThat(start.code()).isEqualTo(1);
            assertThat(start.out()).isEqualTo("The port is a number from 1 to 65535, not '" + port + "'.\n");
        }
        assertThat(run("bin/start", "--prot", "80").out()).contains("does not know '--prot'", "--port 8080");
    }
}
