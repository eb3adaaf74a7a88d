package no.samtidig.catalogue;

import no.samtidig.platform.code.Coded;

/** The programme's four aims. */
public enum Aim implements Coded {
    IDENTIFY,
    ASSESS,
    DIAGNOSE,
    TREAT;
}
