package no.samtidig.access.web;

import no.samtidig.access.Invitation;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;

/**
 * What is behind an invitation's link, when it is open.
 *
 * @param invitation the offer
 * @param path the link's own path
 * @param who for whom it is, seen by this visitor
 * @param reader who is signed in, by name, where it is somebody else
 * @param typed the form as it was
 * @param trouble what was wrong with it
 */
public record InvitationPage(Invitation invitation, String path, Who who, String reader, Typed typed, Trouble trouble)
        implements Page {
    /** For whom an invitation is. */
    public enum Who {
        /** Somebody without an account: the form is shown. */
        NEWCOMER,
        /** Somebody with an account, not signed in here. */
        ACCOUNT,
        /** The one who looks. */
        VISITOR,
        /** Somebody else than the one who is signed in here. */
        ANOTHER
    }

    /**
     * The form.
     *
     * @param key names it, so that the same one sent twice counts once
     */
    public record Typed(String name, Language language, String key) {}

    /** "miljøterapeut ved Elvetun døgnenhet". */
    public String offer(View view) {
        String role = view.text("role.in-text." + invitation.role().code());
        return invitation.everywhere()
                ? view.text("invitation.offer.country", role)
                : view.text("invitation.offer", role, invitation.place());
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
