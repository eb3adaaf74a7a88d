package no.samtidig.administration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;

/**
 * What is asked of the list of people.
 *
 * @param words each is looked for in name and address
 * @param role only those who have it
 * @param region only those at a unit in its counties
 * @param standing only those; empty for all with an open account
 * @param order how the list is sorted
 * @param offset people before this page
 * @param rows people on a page
 */
public record PeopleQuery(
        String words,
        Optional<Role> role,
        Optional<Place.Region> region,
        Optional<PersonLine.Standing> standing,
        Order order,
        int offset,
        int rows) {
    /** Words looked for at most. */
    private static final int MOST = 6;

    /** How the list is sorted. */
    public enum Order {
        NAME("name, id"),
        NAME_FALLING("name desc, id desc"),
        SEEN("seen nulls first, id"),
        SEEN_FALLING("seen desc nulls last, id desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** As {@code like} takes them. */
    List<String> patterns() {
        return patterns(words);
    }

    static List<String> patterns(String words) {
        return Stream.of(words.toLowerCase(Locale.ROOT).split(" "))
                .filter(it -> !it.isBlank())
                .limit(MOST)
                .map(it -> "%" + it.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
