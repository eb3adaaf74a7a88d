package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.access.Grant;
import no.samtidig.catalogue.Profession;
import no.samtidig.learning.Beginnings;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The first visit: is this right, and then where to begin.
 *
 * @param name what to call the person
 * @param acting the role acted in
 * @param grants all roles
 * @param confirmed whether the person has said what they work as
 * @param asking whether the question is shown, rather than where to begin
 * @param profession what they said, or most likely work as
 * @param read what to read first
 * @param practice what to do first
 * @param third the third card
 * @param unchosen whether the question was sent without an answer
 */
public record WelcomePage(
        String name,
        Grant acting,
        List<Grant> grants,
        boolean confirmed,
        boolean asking,
        Optional<Profession> profession,
        Beginnings.@Nullable Piece read,
        Beginnings.@Nullable Piece practice,
        Third third,
        boolean unchosen)
        implements Page {
    public WelcomePage {
        grants = List.copyOf(grants);
    }

    /** The third card: what the role needs first besides reading. Its words stand under {@code welcome.<code>}. */
    public enum Third implements Coded {
        INVITE("/invitasjoner"),
        COVERAGE("/redaksjon/dekning"),
        SEEN("/dette-ser-lederen");

        private final String path;

        Third(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    @Override
    public int status() {
        return unchosen ? 422 : 200;
    }
}
