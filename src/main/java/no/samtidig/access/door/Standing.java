package no.samtidig.access.door;

import java.util.HexFormat;
import no.samtidig.platform.NetworkAddress;

/**
 * Where somebody stands who wants something hashed.
 *
 * @param turn whose turn it is among all
 * @param lane what comes from one place and is taken one at a time, so that a crowd there waits for itself; empty for somebody alone
 */
public record Standing(Turn turn, String lane) {
    /** Somebody who is in, or holds a one-time link. */
    public static final Standing INSIDE = new Standing(Turn.FIRST, "");

    static Standing at(Turn turn, String address) {
        return new Standing(turn, "address " + HexFormat.of().formatHex(NetworkAddress.network(address)));
    }
}
