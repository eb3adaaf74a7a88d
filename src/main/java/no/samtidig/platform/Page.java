package no.samtidig.platform;

/**
 * What one page shows. A page is a record; the template that draws it has the same name and lies beside it
 * ({@code XPage.java}, {@code XPage.jte}).
 */
public non-sealed interface Page extends Reply {
    /** HTTP status to answer with; 200 unless the page tells of a problem. */
    default int status() {
        return 200;
    }

    /**
     * Whether it is drawn as for somebody unknown, also where somebody is signed in: then the session is not asked, and nothing on the page
     * or in the database tells that it was them.
     */
    default boolean withoutReader() {
        return false;
    }
}
