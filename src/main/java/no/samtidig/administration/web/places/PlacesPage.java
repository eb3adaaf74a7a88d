package no.samtidig.administration.web.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.samtidig.administration.PlaceLine;
import no.samtidig.administration.web.Room;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Region;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Units, or owners, as far as the reader sees them.
 *
 * @param owners whether owners are listed, else units
 * @param everything whether the reader may do everything, everywhere
 * @param makes whether the reader may make units
 * @param regions to narrow by; empty where the reader has one only
 * @param any whether there are any at all
 * @param done what was just done; null where nothing was
 */
public record PlacesPage(
        List<Room> rooms,
        boolean owners,
        boolean everything,
        boolean makes,
        ListQuery asked,
        ListQuery.Found<PlaceLine> found,
        List<Region> regions,
        boolean any,
        @Nullable PlaceDone done)
        implements Page {
    static final String KIND = "slag";
    static final String REGION = "region";
    static final String STATE = "status";
    static final String CLOSED = "lagt-ned";
    static final String LEADER = "leder";
    static final String WITHOUT = "uten";

    public PlacesPage {
        rooms = List.copyOf(rooms);
        regions = List.copyOf(regions);
    }

    public DataTable table(View view) {
        List<DataTable.Filter> filters = new ArrayList<>();
        filters.add(new DataTable.Filter(
                KIND,
                view.text("places.kind"),
                Arrays.stream(OwnerKind.values())
                        .map(it -> Option.of(it.code(), view.text("places.kind." + it.code())))
                        .toList()));
        if (!regions.isEmpty()) {
            filters.add(new DataTable.Filter(
                    REGION,
                    view.text("places.region"),
                    regions.stream().map(it -> Option.of(it.code(), it.name())).toList()));
        }
        if (!owners) {
            filters.add(new DataTable.Filter(
                    LEADER,
                    view.text("places.leader"),
                    List.of(Option.of(WITHOUT, view.text("places.without-leader")))));
        }
        filters.add(new DataTable.Filter(
                STATE, view.text("places.state"), List.of(Option.of(CLOSED, view.text("places.closed")))));
        List<DataTable.Column> columns = owners
                ? List.of(
                        DataTable.Column.sorting("navn", view.text("places.owner")),
                        DataTable.Column.sorting("slag", view.text("places.kind")),
                        DataTable.Column.number("enheter", view.text("places.units")))
                : List.of(
                        DataTable.Column.sorting("navn", view.text("places.unit")),
                        DataTable.Column.sorting("eier", view.text("places.owner")),
                        DataTable.Column.sorting("niva", view.text("places.level")),
                        DataTable.Column.sorting("fylke", view.text("places.county")),
                        DataTable.Column.plain("leder", view.text("places.leader")));
        return new DataTable(asked, columns, filters, found.count());
    }
}
