package no.samtidig.access.web;

import java.util.List;
import no.samtidig.access.Passkeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One's own passkeys.
 *
 * @param passkeys all of them
 * @param possible whether they work at our address at all
 * @param host the name they are tied to
 * @param sure whether one may add and remove now, or must first make sure that it is oneself
 * @param state what has just happened
 */
public record PasskeysPage(List<Passkeys.Own> passkeys, boolean possible, String host, boolean sure, State state)
        implements Page {
    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }

    /** What has just happened. */
    public enum State implements Coded {
        NOTHING,
        ADDED,
        REMOVED,
        REFUSED,
        TOO_MANY;

        /** Whether nothing came of what was asked. */
        public boolean trouble() {
            return this == REFUSED || this == TOO_MANY;
        }

        /** Of the sentence that says so. */
        public String key() {
            return "passkeys." + code();
        }

        static State of(@Nullable String done) {
            return "lagt-til".equals(done) ? ADDED : "fjernet".equals(done) ? REMOVED : NOTHING;
        }
    }

    @Override
    public int status() {
        return state.trouble() ? 422 : 200;
    }
}
