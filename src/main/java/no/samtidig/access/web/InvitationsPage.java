package no.samtidig.access.web;

import java.util.List;
import no.samtidig.access.Invitation;
import no.samtidig.access.Inviting;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Whom one has invited, and what became of it.
 *
 * @param invitations open ones first, then the newest
 * @param done what was just done; null where nothing was
 * @param sent how many were sent, where that is what was done
 * @param full whether there are more than are shown
 */
public record InvitationsPage(
        List<Invitation> invitations, @Nullable Done done, int sent, boolean full) implements Page {
    public InvitationsPage {
        invitations = List.copyOf(invitations);
    }

    /** What was just done; the words stand under {@code invitations.done.<code>}. */
    public enum Done implements Coded {
        SENT("sendt"),
        AGAIN("igjen"),
        NOTHING("uendret"),
        ENOUGH("nok"),
        WITHDRAWN("trukket");

        private final String code;

        Done(String code) {
            this.code = code;
        }

        /** As it stands in the address. */
        @Override
        public String code() {
            return code;
        }

        static @Nullable Done of(@Nullable String code) {
            return code == null ? null : Coded.of(Done.class, code).orElse(null);
        }
    }

    public List<Invitation> in(Invitation.State state) {
        return invitations.stream().filter(it -> it.state() == state).toList();
    }

    public int most() {
        return Inviting.MOST;
    }
}
