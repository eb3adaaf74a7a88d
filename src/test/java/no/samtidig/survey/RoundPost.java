package no.samtidig.survey;

import java.time.Duration;
import java.time.Instant;
import no.samtidig.App;
import no.samtidig.platform.mail.Daytime;

/** Does the rounds' jobs in tests, where jobs are off. */
public final class RoundPost {
    private RoundPost() {}

    /** Writes the mail there is to write; returns how many. */
    public static int write(App app) {
        return app.bean(Posting.class).write();
    }

    public static void openAndClose(App app) {
        app.bean(Posting.class).openAndClose();
    }

    public static void forget(App app) {
        app.bean(Posting.class).forget();
    }

    /** Moves the clock to when mail goes out. */
    public static void toDaytime(App app) {
        Instant now = app.clock().instant();
        app.clock().forward(Duration.between(now, Daytime.next(now)));
    }
}
