package no.samtidig.platform;

import java.net.URI;

/**
 * Where people reach the service: the setting {@code samtidig.address}. Links that leave the page (in mail, on paper, in a
 * credential) begin with it, never with what a request's Host header says.
 *
 * @param value scheme, host and port, without a path
 */
public record PublicAddress(URI value) {
    public PublicAddress {
        if (value.getScheme() == null
                || value.getHost() == null
                || !value.getPath().isEmpty()) {
            throw new IllegalArgumentException("not a scheme and a host: " + value);
        }
    }

    /** The whole address of a path, which begins with a slash. */
    public String of(String path) {
        return value + path;
    }
}
