package no.samtidig.access;

/** What a guess at a password or a code was worth. */
public enum Check {
    RIGHT,
    WRONG,
    /** Too many attempts; wait a quarter of an hour. */
    WAIT
}
