package no.samtidig.access;

import java.util.List;
import java.util.stream.Stream;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/** Places to choose between in a form where a role is offered or given, by sort: units first, since most roles are at one. */
public final class PlaceOptions {
    private PlaceOptions() {}

    /** A group for each sort that there is any of. */
    public static List<Option.Group> of(View view, List<NamedPlace> places) {
        return Stream.of(
                        group(view, places, "unit", Place.Unit.class),
                        group(view, places, "region", Place.Region.class),
                        group(view, places, "country", Place.Country.class))
                .filter(it -> !it.options().isEmpty())
                .toList();
    }

    private static Option.Group group(View view, List<NamedPlace> places, String code, Class<? extends Place> sort) {
        return new Option.Group(
                view.text("invite.places." + code),
                places.stream()
                        .filter(it -> sort.isInstance(it.place()))
                        .map(it -> Option.of(it.code(), label(view, it)))
                        .toList());
    }

    private static String label(View view, NamedPlace it) {
        return switch (it.place()) {
            case Place.Country _ -> view.text("invite.country");
            case Place.Unit _ -> it.name() + ", " + it.within();
            case Place.Region _, Place.Owner _ -> it.name();
        };
    }
}
