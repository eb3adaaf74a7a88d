package no.samtidig.improvement.pipeline;

import no.samtidig.platform.code.Coded;

/** How far the programme has come to a municipality, a health trust or another owner. */
public enum Reached implements Coded {
    /** A unit of it is in a journey that goes on. */
    UNDER_WAY,
    /** Units were asked, and no journey goes on. */
    ASKED,
    /** It has units, and none was asked. */
    NOT_ASKED,
    /** No unit of it is registered, so nobody knows what there is to reach. */
    UNKNOWN
}
