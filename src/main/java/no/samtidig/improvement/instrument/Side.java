package no.samtidig.improvement.instrument;

import no.samtidig.platform.code.Coded;

/** Which side of violence a statement is about. */
public enum Side implements Coded {
    EXPOSED,
    PERPETRATING,
    BOTH;
}
