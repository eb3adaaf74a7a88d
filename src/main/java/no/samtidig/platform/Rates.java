package no.samtidig.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often something is done from one place or by one person, in this node's memory: for limits that protect the node's work, not a
 * secret ({@link Misses} is for those). Each is a bucket that leaks evenly, so that who was stopped may go on little by little. With
 * two nodes the limits are twice as wide.
 */
@Component
public class Rates {
    /** Who is remembered at most; those that have been quiet longest are forgotten first. */
    private static final int REMEMBERED = 20_000;

    private record Key(String limit, ByteBuffer who) {}

    private final Clock clock;
    /** When each bucket will have leaked out. */
    private final Map<Key, Instant> empty = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Rates(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is counted together, and how much is too much.
     *
     * @param code names it
     * @param most so many at once; then one more each time the window has gone this many times smaller
     * @param window in which as many as the most leak out
     */
    public record Limit(String code, int most, Duration window) {
        private Duration each() {
            return window.dividedBy(most);
        }
    }

    /** Counts one, unless there are too many already. */
    public boolean admits(Limit limit, String who) {
        return take(limit, key(limit, who.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for a network address; of an IPv6 address only the network counts. */
    public boolean admitsFrom(Limit limit, String address) {
        return take(limit, key(limit, NetworkAddress.network(address)));
    }

    /** How many count at a network address just now. */
    public int from(Limit limit, String address) {
        synchronized (empty) {
            Instant now = clock.instant();
            Duration left = Duration.between(now, until(limit, key(limit, NetworkAddress.network(address)), now));
            return (int) Math.ceilDiv(left.toMillis(), Math.max(1, limit.each().toMillis()));
        }
    }

    private boolean take(Limit limit, Key key) {
        synchronized (empty) {
            Instant now = clock.instant();
            Instant full = until(limit, key, now).plus(limit.each());
            if (full.isAfter(now.plus(limit.window()))) {
                return false;
            }
            empty.put(key, full);
            return true;
        }
    }

    private Instant until(Limit limit, Key key, Instant now) {
        Instant known = empty.getOrDefault(key, now);
        Instant last = now.plus(limit.window());
        return known.isBefore(now) ? now : known.isAfter(last) ? last : known;
    }

    private static Key key(Limit limit, byte[] who) {
        return new Key(limit.code(), ByteBuffer.wrap(who).asReadOnlyBuffer());
    }
}
