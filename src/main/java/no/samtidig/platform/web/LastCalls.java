package no.samtidig.platform.web;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat's HTTP, but for how it stops listening: whoever is in the queue of new connections by then is let in. Tomcat alone cuts off
 * the queue, and the one it has just taken from it.
 */
public final class LastCalls extends Http11NioProtocol {
    public LastCalls() {
        super(new Door());
    }

    /** Each answer from now on ends its connection, and so does silence of this length. */
    void hurry(Duration silence) {
        setMaxKeepAliveRequests(1);
        getEndpoint().getConnections().forEach(it -> it.setReadTimeout(silence.toMillis()));
    }

    /** Whoever stands in the queue of new connections when {@link #closeServerSocketGraceful} comes, is let in. */
    void announce() {
        ((Door) getEndpoint()).announce();
    }

    private static final class Door extends NioEndpoint {
        private static final Duration LOOK = Duration.ofMillis(5);
        private static final Duration PATIENCE = Duration.ofSeconds(2);

        private final CountDownLatch queueIsEmpty = new CountDownLatch(1);
        private volatile boolean lastCalls;
        private volatile boolean closing;

        /** By the one thread that takes connections. */
        @Override
        protected SocketChannel serverSocketAccept() throws Exception {
            SocketChannel next = super.serverSocketAccept();
            if (!lastCalls) {
                return next;
            }
            ServerSocketChannel door = (ServerSocketChannel) getServerSocket();
            door.configureBlocking(false);
            letIn(next);
            for (boolean last = false; !last; ) {
                last = closing;
                for (SocketChannel caller = door.accept(); caller != null; caller = door.accept()) {
                    letIn(caller);
                }
                Thread.sleep(LOOK);
            }
            queueIsEmpty.countDown();
            return SocketChannel.open(); // Tomcat throws away what it is given after it was told to stop
        }

        private void letIn(SocketChannel caller) throws IOException {
            caller.configureBlocking(true);
            if (!setSocketOptions(caller)) {
                caller.close();
            }
        }

        @Override
        protected void doCloseServerSocket() throws IOException {
            closing = true;
            try {
                if (lastCalls && !queueIsEmpty.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    getLog().warn("The queue of new connections did not end");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            super.doCloseServerSocket();
        }

        void announce() {
            lastCalls = true;
            unlockAccept();
        }
    }
}
