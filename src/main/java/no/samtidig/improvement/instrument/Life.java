package no.samtidig.improvement.instrument;

import no.samtidig.platform.code.Coded;

/** A time of life that a statement is about. */
public enum Life implements Coded {
    CHILD,
    YOUTH,
    ADULT,
    OLD,
    PREGNANT;
}
