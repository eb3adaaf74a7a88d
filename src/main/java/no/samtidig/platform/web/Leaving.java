package no.samtidig.platform.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Leaves without cutting anybody off. First the node says that it is not ready and goes on serving for {@code samtidig.drain}, so that a
 * balancer sends nobody here any more; every answer ends its connection. Then it takes no new connections, answers those it has, and lets
 * the web server finish. Jobs end meanwhile.
 */
@Component
class Leaving implements SmartLifecycle, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    /** For those who have connected and not yet said what they want. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Duration drain;
    private final ApplicationContext application;
    private volatile boolean here;

    Leaving(@Value("${samtidig.drain}") Duration drain, ApplicationContext application) {
        this.drain = drain;
        this.application = application;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LastCalls.class.getName());
    }

    @Override
    public void start() {
        here = true;
    }

    /** Whether a balancer should send people here. */
    @Override
    public boolean isRunning() {
        return here;
    }

    @Override
    public void stop() {
        here = false;
    }

    @Override
    public void stop(Runnable done) {
        here = false;
        if (drain.isZero()) {
            done.run();
            return;
        }
        Thread.ofVirtual().name("leaving").start(() -> {
            try {
                leave();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                done.run();
            }
        });
    }

    private void leave() throws InterruptedException {
        LOG.info("Leaving: not ready from now on, and no new connections in {} seconds", drain.toSeconds());
        LastCalls calls = calls();
        if (calls == null) {
            return;
        }
        calls.hurry(drain.dividedBy(2));
        Thread.sleep(drain);
        calls.announce();
        calls.closeServerSocketGraceful();
        Thread.sleep(LAST_WORDS);
    }

    /** Null where there is no web server. */
    private @Nullable LastCalls calls() {
        return application instanceof WebServerApplicationContext web
                        && web.getWebServer() instanceof TomcatWebServer server
                        && server.getTomcat().getConnector().getProtocolHandler() instanceof LastCalls calls
                ? calls
                : null;
    }
}
