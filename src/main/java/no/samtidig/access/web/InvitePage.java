package no.samtidig.access.web;

import java.util.List;
import java.util.stream.Stream;
import no.samtidig.access.Addresses;
import no.samtidig.access.Inviting;
import no.samtidig.access.Role;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The form for inviting.
 *
 * @param roles roles to choose between
 * @param places places to choose between
 * @param typed what was typed
 * @param trouble what was wrong with it; null where nothing was
 */
public record InvitePage(
        List<Role> roles,
        List<NamedPlace> places,
        Typed typed,
        @Nullable Trouble trouble) implements Page {
    /** Wrong lines told at most: whoever has more mends the list elsewhere first. */
    private static final int TOLD = 20;

    public InvitePage {
        roles = List.copyOf(roles);
        places = List.copyOf(places);
    }

    /**
     * The form as it was.
     *
     * @param role code; empty where none is chosen
     * @param place code; empty where none is chosen
     */
    public record Typed(String addresses, String role, String place, Language language) {}

    /**
     * What was wrong.
     *
     * @param kind the words stand under {@code invite.trouble.<code>}
     * @param bad what is no address, where that is it
     * @param count how many addresses, where they are too many
     */
    public record Trouble(Kind kind, List<Addresses.Bad> bad, int count) {
        public Trouble {
            bad = List.copyOf(bad);
        }

        static Trouble of(Kind kind) {
            return new Trouble(kind, List.of(), 0);
        }

        public List<Addresses.Bad> told() {
            return bad.subList(0, Math.min(TOLD, bad.size()));
        }

        public int untold() {
            return Math.max(0, bad.size() - TOLD);
        }
    }

    /** What can be wrong, and with which field. */
    public enum Kind implements Coded {
        EMPTY("adresser"),
        BAD("adresser"),
        TOO_MANY("adresser"),
        NOBODY_NEW("adresser"),
        NO_ROLE("rolle"),
        NO_PLACE("sted"),
        NOT_THERE("rolle");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Whether this field is the one with the trouble. */
    public boolean troubled(String field) {
        return trouble != null && trouble.kind().field().equals(field);
    }

    /**
     * Places of one sort.
     *
     * @param code the word stands under {@code invite.places.<code>}
     */
    public record Group(String code, List<NamedPlace> places) {
        public Group {
            places = List.copyOf(places);
        }
    }

    /** The places by sort: units first, since most are invited to one. */
    public List<Group> groups() {
        return Stream.of(
                        group("unit", Place.Unit.class),
                        group("region", Place.Region.class),
                        group("country", Place.Country.class))
                .filter(it -> !it.places().isEmpty())
                .toList();
    }

    private Group group(String code, Class<? extends Place> sort) {
        return new Group(
                code, places.stream().filter(it -> sort.isInstance(it.place())).toList());
    }

    /** What a place is called among the others. */
    public String name(View view, NamedPlace it) {
        return switch (it.place()) {
            case Place.Country _ -> view.text("invite.country");
            case Place.Unit _ -> it.name() + ", " + it.within();
            case Place.Region _, Place.Owner _ -> it.name();
        };
    }

    public int most() {
        return Inviting.MOST;
    }

    @Override
    public int status() {
        return trouble == null ? 200 : 422;
    }
}
