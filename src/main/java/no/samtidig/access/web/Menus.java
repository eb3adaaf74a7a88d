package no.samtidig.access.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.samtidig.access.Destination;
import no.samtidig.access.Destination.Section;
import no.samtidig.access.Role;
import no.samtidig.platform.Language;
import no.samtidig.platform.Menu;
import no.samtidig.platform.Texts;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The main menu: the destinations that a role may open, by their places. */
@Component
class Menus {
    private final ObjectProvider<Destination> destinations;
    private final Texts texts;

    Menus(ObjectProvider<Destination> destinations, Texts texts) {
        this.destinations = destinations;
        this.texts = texts;
    }

    /** The menu of somebody acting in the role, or of whoever is not signed in. */
    Menu of(@Nullable Role role, Language language) {
        List<Destination> open = destinations.stream()
                .filter(it -> may(role, it))
                .sorted(Comparator.comparingInt(Destination::order))
                .toList();
        List<Menu.Word> places = new ArrayList<>();
        Arrays.stream(Section.values()).forEach(section -> {
            List<View.Link> pages = open.stream()
                    .filter(it -> it.section() == section)
                    .map(it -> new View.Link(it.name(), it.path(), texts.text(language, it.text())))
                    .toList();
            if (!pages.isEmpty()) {
                places.add(new Menu.Word(texts.text(language, name(section, role)), pages));
            }
        });
        return Menu.of(places).withFirstCalled(texts.text(language, "menu.overview"));
    }

    private static boolean may(@Nullable Role role, Destination destination) {
        return destination.permission() == null
                || (role != null && role.permissions().contains(destination.permission()));
    }

    private static String name(Section section, @Nullable Role role) {
        return "menu." + section.code() + (section == Section.WORKPLACE && role != null ? "." + role.code() : "");
    }
}
