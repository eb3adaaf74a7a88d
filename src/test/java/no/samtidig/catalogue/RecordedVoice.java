package no.samtidig.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recorded voice for tests: a file that says so in every line, and a sound of silence. */
public final class RecordedVoice {
    public static final String YAML = """
            name: Prøvestemme
            about: {nb: En prøve som ingen har sagt, nn: Ei prøve som ingen har sagt}
            language: nb
            minutes: 2
            recorded: 2026-12-01
            consent: {given: 2026-12-01, until: 2099-12-01, keeper: RVTS Prøve}
            transcript:
              - {who: Prøvestemme, line: Dette er en prøve.}
            """;

    private RecordedVoice() {}

    /** Puts the voice {@code prove} into a folder of content. */
    public static void write(Path content, String yaml) throws IOException {
        Path folder = Files.createDirectories(content.resolve("voices"));
        Files.writeString(folder.resolve("prove.yaml"), yaml);
        Files.write(folder.resolve("prove.mp3"), new byte[2000]);
    }
}
