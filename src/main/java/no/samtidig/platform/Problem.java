package no.samtidig.platform;

import no.samtidig.platform.code.Coded;

/**
 * Every problem a person can meet as a page, with its HTTP status. The text stands under {@code problem.<name>.title} and
 * {@code problem.<name>.text} in each language.
 */
public enum Problem implements Coded {
    /** Unknown address, or something that is not yours: both answer alike. */
    NOT_FOUND(404),
    /** The form was sent from another site, or by a browser that hides where it comes from. */
    FOREIGN_FORM(403),
    /** Nobody is signed in (any more). What was typed is given back on the page. */
    SIGN_IN_REQUIRED(401),
    /** The form is from a page of another reader, who was signed in here before. Nothing was saved; what was typed is given back. */
    OTHER_READER(409),
    /** The request was not understood: a broken address, a missing field that no form of ours leaves out. */
    NOT_UNDERSTOOD(400),
    /** The address exists but not with this method. */
    WRONG_METHOD(405),
    /** What was sent is larger than we take. */
    TOO_LARGE(413),
    /** The database does not answer. What was typed is given back on the page. */
    DATABASE_AWAY(503),
    /** The database answers, but not to this in time: it is locked, or too many ask. What was typed is given back on the page. */
    SLOW(503),
    /** More ask for something slow than we can do just now. It helps to wait some seconds. */
    BUSY(503),
    /** Asked for too often, from here or by this person. */
    TOO_OFTEN(429),
    /** A mistake of ours. */
    UNEXPECTED(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same thing may go well in a moment. */
    public boolean passes() {
        return status == 503;
    }

    /** The first part of the keys of its texts. */
    public String key() {
        return "problem." + code();
    }
}
