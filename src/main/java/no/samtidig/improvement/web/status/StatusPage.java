package no.samtidig.improvement.web.status;

import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.status.Released;
import no.samtidig.improvement.status.StatusText;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * A unit's status.
 *
 * @param in bokmål or nynorsk
 * @param draft as it would be released today; the leader's alone
 * @param released what everybody sees
 * @param words the leader's own, as typed
 * @param done whether it was just released
 */
public record StatusPage(
        JourneyVisit visit,
        Language in,
        Optional<StatusText> draft,
        Optional<Released> released,
        String words,
        boolean done,
        Trouble trouble)
        implements Page {
    /** What the page shows: the leader's draft, else what was released. */
    public Optional<StatusText> shown() {
        return draft.or(() -> released.map(Released::text));
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
