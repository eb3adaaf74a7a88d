package no.samtidig.administration.web;

import java.util.List;
import no.samtidig.access.Role;
import no.samtidig.administration.RoleHolders;
import no.samtidig.platform.Page;

/**
 * What each role may do, and how many have it.
 *
 * @param rooms what the reader may open
 * @param counts of the roles that somebody has
 */
public record RolesPage(List<Room> rooms, List<RoleHolders.Count> counts) implements Page {
    public RolesPage {
        rooms = List.copyOf(rooms);
        counts = List.copyOf(counts);
    }

    /** Of every role, those that nobody has too. */
    public List<RoleHolders.Count> all() {
        return List.of(Role.values()).stream()
                .map(role -> counts.stream()
                        .filter(it -> it.role() == role)
                        .findFirst()
                        .orElse(new RoleHolders.Count(role, 0, 0)))
                .toList();
    }
}
