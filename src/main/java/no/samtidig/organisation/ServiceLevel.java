package no.samtidig.organisation;

import no.samtidig.platform.code.Coded;

/** Tjenestenivå. */
public enum ServiceLevel implements Coded {
    SPECIALIST,
    PRIMARY;
}
