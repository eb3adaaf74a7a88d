package no.samtidig.access;

import java.util.UUID;

/** Names an account. Random, so it tells nothing. */
public record AccountId(UUID value) {
    /** Enough of it to tell people on one device apart. */
    public String shortKey() {
        return value.toString().substring(0, 8);
    }
}
