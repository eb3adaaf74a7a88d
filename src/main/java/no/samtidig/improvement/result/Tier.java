package no.samtidig.improvement.result;

import no.samtidig.platform.code.Coded;

/** How far practice is from what people think it ought to be, beside the other areas. No order inside a tier but the path's. */
public enum Tier implements Coded {
    LARGEST,
    MIDDLE,
    SMALLEST
}
