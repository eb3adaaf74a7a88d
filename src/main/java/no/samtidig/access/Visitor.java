package no.samtidig.access;

import java.util.List;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whoever made the request. Handlers take one as a parameter and ask it for the permission they need, in one visible line.
 *
 * @param person null where nobody is signed in
 */
public record Visitor(@Nullable Person person) {
    public static final Visitor ANONYMOUS = new Visitor(null);

    /**
     * Somebody signed in.
     *
     * @param account whose it is
     * @param name full name
     * @param email address for mail
     * @param acting the role acted in
     * @param grants all roles
     */
    public record Person(AccountId account, String name, String email, Grant acting, List<Grant> grants) {
        public Person {
            grants = List.copyOf(grants);
        }
    }

    public boolean signedIn() {
        return person != null;
    }

    /**
     * Ends the request unless the role acted in has the permission.
     *
     * @return the person, for the rest of the handler
     * @throws ProblemException sign-in required, or (signed in without the permission) not found
     */
    public Person require(Permission permission) {
        if (person == null) {
            throw new ProblemException(Problem.SIGN_IN_REQUIRED);
        }
        if (!person.acting().role().permissions().contains(permission)) {
            throw ProblemException.notFound();
        }
        return person;
    }

    /** What the role acted in may see. */
    public OrganisationScope scope() {
        return person == null ? OrganisationScope.NOTHING : person.acting().scope();
    }
}
