package no.samtidig.platform.backup;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The program that runs: its version, and the migrations it knows. */
final class Program {
    private static final Pattern MIGRATION = Pattern.compile("^V([0-9.]++)__.*\\.sql");

    private Program() {}

    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static Set<String> migrations() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*.sql"))
                .map(it -> MIGRATION.matcher(String.valueOf(it.getFilename())))
                .filter(java.util.regex.Matcher::matches)
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(() -> new TreeSet<>(BY_NUMBER)));
    }

    static final Comparator<String> BY_NUMBER = Comparator.comparing(
            (String it) ->
                    Arrays.stream(it.split("\\.")).mapToLong(Long::parseLong).toArray(),
            Arrays::compare);
}
