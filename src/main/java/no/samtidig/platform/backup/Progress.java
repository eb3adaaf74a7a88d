package no.samtidig.platform.backup;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells how far it has come, now and then: each time so many more rows are done. */
final class Progress {
    private static final long EACH = 200_000;

    private final Consumer<String> said;
    private String doing = "";
    private long rows;

    Progress(Consumer<String> said) {
        this.said = said;
    }

    static Progress silent() {
        return new Progress(_ -> {});
    }

    void begin(String what) {
        doing = what;
        rows = 0;
        said.accept(what + " …");
    }

    void row() {
        rows++;
        if (rows % EACH == 0) {
            said.accept(String.format(Locale.ROOT, "%s … %,d rows", doing, rows));
        }
    }
}
