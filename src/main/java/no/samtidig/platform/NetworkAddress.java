package no.samtidig.platform;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A network address as tries are counted by it. */
public final class NetworkAddress {
    /** What one household or one ward has of an IPv6 address. */
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /** Of an IPv6 address only the network counts: whoever has one has all the others in it. */
    public static byte[] network(String address) {
        try {
            byte[] whole = InetAddress.ofLiteral(address).getAddress();
            return whole.length > NETWORK_BYTES ? Arrays.copyOf(whole, NETWORK_BYTES) : whole;
        } catch (IllegalArgumentException _) { // what a proxy says instead of an address
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
