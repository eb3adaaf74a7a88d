package no.samtidig.access.web;

import java.util.List;
import no.samtidig.access.Addresses;
import no.samtidig.access.Inviting;
import no.samtidig.access.PlaceOptions;
import no.samtidig.access.Role;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * The form for inviting.
 *
 * @param roles roles to choose between
 * @param places places to choose between
 * @param typed what was typed
 * @param trouble what was wrong with it
 * @param bad what is no address, where that is it
 */
public record InvitePage(
        List<Role> roles, List<NamedPlace> places, Typed typed, Trouble trouble, List<Addresses.Bad> bad)
        implements Page {
    /** Wrong lines told at most: whoever has more mends the list elsewhere first. */
    private static final int TOLD = 20;

    public InvitePage {
        roles = List.copyOf(roles);
        places = List.copyOf(places);
        bad = List.copyOf(bad);
    }

    /**
     * The form as it was.
     *
     * @param role code; empty where none is chosen
     * @param place code; empty where none is chosen
     */
    public record Typed(String addresses, String role, String place, Language language) {}

    public List<Addresses.Bad> told() {
        return bad.subList(0, Math.min(TOLD, bad.size()));
    }

    public int untold() {
        return Math.max(0, bad.size() - TOLD);
    }

    public List<Option.Group> groups(View view) {
        return PlaceOptions.of(view, places);
    }

    public int most() {
        return Inviting.MOST;
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
