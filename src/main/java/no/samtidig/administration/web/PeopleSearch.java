package no.samtidig.administration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Role;
import no.samtidig.administration.PeopleQuery;
import no.samtidig.administration.PersonLine.Standing;
import no.samtidig.organisation.Region;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/**
 * What a reader asks of the list of people.
 *
 * @param regions that can be chosen; empty for those who have places of their own
 */
public record PeopleSearch(ListQuery asked, List<Region> regions) {
    static final String PATH = "/forvaltning/personer";
    private static final String NAME = "navn";
    private static final String SEEN = "sett";
    private static final String ROLE = "rolle";
    private static final String REGION = "region";
    private static final String STANDING = "status";

    public PeopleSearch {
        regions = List.copyOf(regions);
    }

    static PeopleSearch of(Map<String, String> query, List<Region> regions) {
        return new PeopleSearch(
                ListQuery.of(
                        PATH,
                        query,
                        regions.isEmpty() ? List.of(NAME) : List.of(NAME, SEEN),
                        Map.of(
                                ROLE,
                                Arrays.stream(Role.values()).map(Role::code).toList(),
                                REGION,
                                regions.stream().map(Region::code).toList(),
                                STANDING,
                                standings(regions).stream().map(Standing::code).toList())),
                regions);
    }

    /** Who has places of their own sees nobody without a role there. */
    private static List<Standing> standings(List<Region> regions) {
        return regions.isEmpty()
                ? List.of(Standing.INVITED)
                : List.of(Standing.NO_ROLE, Standing.CLOSED, Standing.INVITED);
    }

    /** Only an administrator sees when somebody was here last: a leader is told of completion, and of nothing else that people do. */
    public boolean tellsLastSeen() {
        return !regions.isEmpty();
    }

    PeopleQuery query() {
        return new PeopleQuery(
                asked.words(),
                asked.chosen(ROLE).flatMap(Role::of),
                asked.chosen(REGION)
                        .flatMap(code -> regions.stream()
                                .filter(it -> it.code().equals(code))
                                .findFirst())
                        .map(Region::place),
                standing(),
                order(),
                asked.offset(),
                ListQuery.ROWS);
    }

    private Optional<Standing> standing() {
        return asked.chosen(STANDING).flatMap(it -> Coded.of(Standing.class, it));
    }

    private PeopleQuery.Order order() {
        return switch (asked.sorter()) {
            case "-" + NAME -> PeopleQuery.Order.NAME_FALLING;
            case SEEN -> PeopleQuery.Order.SEEN;
            case "-" + SEEN -> PeopleQuery.Order.SEEN_FALLING;
            default -> PeopleQuery.Order.NAME;
        };
    }

    /** Search, chips, columns and pages. */
    public DataTable table(View view, int count) {
        List<DataTable.Filter> filters = new ArrayList<>();
        filters.add(new DataTable.Filter(
                ROLE,
                view.text("people.filter.role"),
                Arrays.stream(Role.values())
                        .map(it -> Option.of(it.code(), view.text("role." + it.code())))
                        .toList()));
        if (!regions.isEmpty()) {
            filters.add(new DataTable.Filter(
                    REGION,
                    view.text("people.filter.region"),
                    regions.stream().map(it -> Option.of(it.code(), it.name())).toList()));
        }
        filters.add(new DataTable.Filter(
                STANDING,
                view.text("people.filter.standing"),
                standings(regions).stream()
                        .map(it -> Option.of(it.code(), view.text("people.standing." + it.code())))
                        .toList()));
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(DataTable.Column.sorting(NAME, view.text("people.name")));
        columns.add(DataTable.Column.plain("roller", view.text("people.roles")));
        if (tellsLastSeen()) {
            columns.add(DataTable.Column.sorting(SEEN, view.text("people.seen")));
        }
        columns.add(DataTable.Column.plain(STANDING, view.text("people.standing")));
        return new DataTable(asked, columns, filters, count);
    }
}
