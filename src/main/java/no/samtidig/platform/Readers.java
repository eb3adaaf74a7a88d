package no.samtidig.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells the frame of a page who is signed in. Implemented by the module that knows accounts. */
public interface Readers {
    /** The person behind this request, or null where nobody is signed in. */
    View.@Nullable Person person(HttpServletRequest request, Language language);

    /** The main menu of whoever is not signed in; asks nothing of the session or the database. */
    Menu menu(Language language);
}
