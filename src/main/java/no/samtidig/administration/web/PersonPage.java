package no.samtidig.administration.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Invitation;
import no.samtidig.access.PlaceOptions;
import no.samtidig.access.Role;
import no.samtidig.access.SecondStepResets;
import no.samtidig.administration.PersonCard;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One person: what they are here as, and what can be done about it.
 *
 * @param rooms what the reader may open
 * @param person who
 * @param own whether it is the reader
 * @param ending the roles that the reader may end
 * @param roles that the reader may give
 * @param places where
 * @param reset the second step that waits to be taken away; null where none does
 * @param may what an administrator may do besides
 * @param invitations open ones to the person
 * @param typed the form for giving a role
 * @param trouble what is wrong with it
 * @param done what was just done; null where nothing was
 */
public record PersonPage(
        List<Room> rooms,
        PersonCard person,
        boolean own,
        Set<UUID> ending,
        List<Role> roles,
        List<NamedPlace> places,
        @Nullable Reset reset,
        Set<May> may,
        List<Invitation> invitations,
        Typed typed,
        Trouble trouble,
        @Nullable PersonDone done)
        implements Page {
    public PersonPage {
        rooms = List.copyOf(rooms);
        ending = Set.copyOf(ending);
        roles = List.copyOf(roles);
        places = List.copyOf(places);
        may = Set.copyOf(may);
        invitations = List.copyOf(invitations);
    }

    /** What an administrator may do besides giving and ending roles. */
    public enum May {
        CLOSE,
        RESET,
        /** Not before there is an administrator more, who can confirm. */
        RESET_WITH_ANOTHER
    }

    /**
     * A second step that waits to be taken away.
     *
     * @param confirms whether the reader can confirm it: they have not asked, and it is not their own
     */
    public record Reset(SecondStepResets.Waiting waiting, boolean confirms) {}

    /** The form for giving a role, by codes. */
    public record Typed(String role, String place) {
        static final Typed NOTHING = new Typed("", "");
    }

    public List<Option.Group> groups(View view) {
        return PlaceOptions.of(view, places);
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
