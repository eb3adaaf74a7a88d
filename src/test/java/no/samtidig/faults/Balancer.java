package no.samtidig.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before two nodes: asks each whether it is ready, ten times a second, and leads each new connection to one that said yes. */
final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Integer> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> ready = List.of();

    Balancer(Integer... nodes) throws IOException {
        this.door = new ServerSocket(0);
        this.nodes = List.of(nodes);
        Thread.ofVirtual().start(this::ask);
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    List<Integer> ready() {
        return ready;
    }

    private void ask() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (!door.isClosed()) {
                ready = nodes.stream().filter(it -> says(client, it)).toList();
                Thread.sleep(100);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean says(HttpClient client, int node) {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node + "/helse/klar"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                List<Integer> now = ready;
                if (now.isEmpty()) {
                    caller.close();
                    continue;
                }
                Socket node = new Socket();
                node.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), now.get(Math.floorMod(turn.getAndIncrement(), now.size()))));
                Thread.ofVirtual().start(() -> lead(caller, node));
                Thread.ofVirtual().start(() -> lead(node, caller));
            } catch (IOException _) {
                // closed, or a node that is gone
            }
        }
    }

    private static void lead(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // whoever waits at the other end sees it
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
