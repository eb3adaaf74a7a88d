package no.samtidig.improvement.web.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.organisation.County;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/** What a regional contact asks of the units that could be put into the pipeline. */
public record AddSearch(ListQuery asked, List<County> counties) {
    static final String PATH = "/regionen/nye";
    private static final String LEVEL = "niva";
    private static final String COUNTY = "fylke";

    public AddSearch {
        counties = List.copyOf(counties);
    }

    static AddSearch of(Map<String, String> query, List<County> counties) {
        return new AddSearch(
                ListQuery.of(
                        PATH,
                        query,
                        List.of(),
                        Map.of(
                                LEVEL,
                                Arrays.stream(ServiceLevel.values())
                                        .map(Coded::code)
                                        .toList(),
                                COUNTY,
                                counties.stream().map(County::number).toList())),
                counties);
    }

    Optional<ServiceLevel> level() {
        return asked.chosen(LEVEL).flatMap(it -> Coded.of(ServiceLevel.class, it));
    }

    Optional<String> county() {
        return asked.chosen(COUNTY);
    }

    /** Search, chips and pages. */
    public DataTable table(View view, int count) {
        List<DataTable.Filter> filters = new ArrayList<>();
        filters.add(new DataTable.Filter(
                LEVEL,
                view.text("pipeline.filter.level"),
                Arrays.stream(ServiceLevel.values())
                        .map(it -> Option.of(it.code(), view.text("pipeline.level." + it.code())))
                        .toList()));
        if (counties.size() > 1) {
            filters.add(new DataTable.Filter(
                    COUNTY,
                    view.text("pipeline.filter.county"),
                    counties.stream()
                            .map(it -> Option.of(it.number(), it.name()))
                            .toList()));
        }
        return new DataTable(asked, List.of(), filters, count);
    }
}
