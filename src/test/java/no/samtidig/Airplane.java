package no.samtidig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The network between a browser and the application, at one address for ever: it can be cut, made slow, and led to another server. */
public final class Airplane implements AutoCloseable {
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int server;
    private volatile Duration delay = Duration.ZERO;
    private volatile @Nullable ServerSocket listening;

    public Airplane(int server) {
        this.server = server;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
        serve(first);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Every answer comes this much later. */
    public void slow(Duration by) {
        this.delay = by;
    }

    /** No network: connections break and new ones are refused. */
    public void cut() throws IOException {
        ServerSocket now = listening;
        listening = null;
        if (now != null) {
            now.close();
        }
        for (Socket it : open) {
            it.close();
        }
        open.clear();
    }

    /** The network is back, and leads to this server. */
    public void restore(int toServer) {
        server = toServer;
        if (listening == null) {
            serve(listen(port));
        }
    }

    public void restore() {
        restore(server);
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(ServerSocket socket) {
        listening = socket;
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    connect(socket.accept());
                } catch (IOException _) {
                    return; // cut
                }
            }
        });
    }

    /** Where the server is away, whoever connects finds nobody; whoever came in at the moment of cutting is cut too. */
    private void connect(Socket browser) throws IOException {
        open.add(browser);
        try {
            Socket application = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(application);
            if (listening == null) {
                browser.close();
                application.close();
            }
            Thread.ofVirtual().start(() -> pump(browser, application, Duration.ZERO));
            Thread.ofVirtual().start(() -> pump(application, browser, delay));
        } catch (IOException _) {
            browser.close();
            open.remove(browser);
        }
    }

    private void pump(Socket from, Socket to, Duration late) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Thread.sleep(late);
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException _) {
            // broken on either side: both end
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
