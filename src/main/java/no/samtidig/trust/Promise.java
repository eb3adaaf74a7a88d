package no.samtidig.trust;

import no.samtidig.platform.code.Coded;

/** What Samtidig promises those who use it. Each has texts under {@code trust.<code>}, and, once it can be kept, a test that proves it. */
public enum Promise implements Coded {
    /** What the page called saved is in the database, and counts once. */
    NEVER_LOST,
    /** Lessons can be read and answered without network, and what waits is shown. */
    WITHOUT_NETWORK,
    /** Worksheets about a patient stay in the browser. There are none yet. */
    WORKSHEETS,
    /** Nobody sees who answered what in an anonymous survey. */
    ANONYMOUS,
    /** Groups under five are not shown, and not to be worked out. */
    SMALL_GROUPS,
    /** A leader sees own units, and only what the staff were told. */
    LEADER,
    /** It works by keyboard, enlarged, on a phone, on paper and without JavaScript. */
    FOR_ALL,
    /** Bokmål and nynorsk are equal, and Sámi names and letters work. */
    LANGUAGES,
    /** Anybody can check a certificate, and it shows no more than its holder chose. */
    CERTIFICATE,
    /** Own data can be taken out and deleted, and the service can be restored. */
    OWN_DATA;

    /** Whether what it is about exists: only then there is anything to prove. */
    public boolean built() {
        return this != WORKSHEETS;
    }
}
