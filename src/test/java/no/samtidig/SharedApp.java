package no.samtidig;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.Objects;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditChain;
import no.samtidig.platform.Rates;
import no.samtidig.platform.database.Connections;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * An application that is started once in a fork and made as new between tests: its database is put back to the demo world as the start
 * left it, its clock to the real time, and what it remembers is forgotten. That takes a fifth of a second; a start takes two.
 */
@SuppressWarnings("ImmutableEnumChecker") // each is one running application
public enum SharedApp {
    PLAIN,
    /** With a mail server of its own. */
    POSTING;

    private @Nullable App app;
    private @Nullable GreenMail post;
    private boolean used;

    synchronized App app() {
        if (app == null) {
            app = start();
        } else if (used) {
            renew();
        }
        return app;
    }

    /** Where the mail of {@link App#posting} comes to. */
    public static GreenMail post() {
        POSTING.app();
        return Objects.requireNonNull(POSTING.post);
    }

    private App start() {
        if (this == PLAIN) {
            TestDatabase.putBack(database(), "migrated");
            App started = App.start("--samtidig.database.url=" + TestDatabase.address(database()));
            evict(started);
            TestDatabase.keepAs("demo_world", database());
            evict(started);
            return started;
        }
        PLAIN.app(); // it keeps the demo world
        TestDatabase.putBack(database(), "demo_world");
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        return App.start(
                "--samtidig.database.url=" + TestDatabase.address(database()),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + post.getSmtp().getPort(),
                "--samtidig.address=http://samtidig.invalid");
    }

    private String database() {
        return "shared_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As new. */
    synchronized void renew() {
        if (app == null) {
            app = start();
            return;
        }
        App here = app;
        evict(here);
        TestDatabase.putBack(database(), "demo_world");
        evict(here); // connections the pool made in between
        here.clock().reset();
        ReflectionTestUtils.setField(here.bean(AuditChain.class), "highest", null);
        forget(here.bean(Accounts.class), "remembered");
        forget(here.bean(Rates.class), "empty");
        if (post != null) {
            purge(post);
        }
        used = false;
    }

    private static void forget(Object bean, String map) {
        ((Map<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(bean, map))).clear();
    }

    /** Whoever asks for it next gets it as new. */
    synchronized void usedUp() {
        used = true;
    }

    /** Not {@code reset}, which would begin again on another port. */
    private static void purge(GreenMail post) {
        try {
            post.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void evict(App app) {
        app.bean(Connections.class).letGo();
    }
}
