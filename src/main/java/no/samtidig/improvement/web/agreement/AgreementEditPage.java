package no.samtidig.improvement.web.agreement;

import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Clause;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * Filling in the agreement.
 *
 * @param form as typed
 * @param goal the clause that is filled in
 * @param theirs the version somebody else made meanwhile; both texts are shown, and nothing is lost
 */
public record AgreementEditPage(
        JourneyVisit visit, AgreementForm form, Clause goal, Trouble trouble, Optional<Agreement.Version> theirs)
        implements Page {
    @Override
    public int status() {
        return theirs.isPresent() ? 409 : trouble.status();
    }
}
