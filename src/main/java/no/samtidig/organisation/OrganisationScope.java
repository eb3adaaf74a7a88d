package no.samtidig.organisation;

import java.util.List;

/**
 * What a person may see: the places they have a role on, and everything below. Used in SQL as {@code unit.path <@ :scope::ltree[]},
 * the one operator for every list, count, search and export. An empty scope sees nothing.
 *
 * @param paths the tops of what is seen
 */
public record OrganisationScope(List<UnitPath> paths) {
    public static final OrganisationScope NOTHING = new OrganisationScope(List.of());

    public OrganisationScope {
        paths = List.copyOf(paths);
    }

    /** For binding as {@code :scope}. */
    public String[] parameter() {
        return paths.stream().map(UnitPath::value).toArray(String[]::new);
    }

    public boolean covers(UnitPath place) {
        return paths.stream().anyMatch(it -> it.covers(place));
    }
}
