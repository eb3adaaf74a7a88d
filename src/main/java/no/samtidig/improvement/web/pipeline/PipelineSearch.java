package no.samtidig.improvement.web.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.pipeline.LayerPart;
import no.samtidig.improvement.pipeline.PipelineQuery;
import no.samtidig.improvement.pipeline.PipelineQuery.Followed;
import no.samtidig.improvement.pipeline.PipelineQuery.Waiting;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/**
 * What a regional contact asks of the pipeline: the same of the board and of the list.
 *
 * @param counties that can be chosen
 * @param layers parts of the region that belong to regions of another layer
 * @param board whether it is shown as a board
 */
public record PipelineSearch(ListQuery asked, List<County> counties, List<LayerPart> layers, boolean board) {
    static final String LIST = "/regionen/enheter";
    static final String BOARD = "/regionen";
    private static final String STAGE = "trinn";
    private static final String LEVEL = "niva";
    private static final String OWNER = "eier";
    private static final String COUNTY = "fylke";
    private static final String LAYER = "lag";
    private static final String FOLLOWED = "veileder";
    private static final String WAITING = "venter";
    /** Kinds of owner that units of treatment and follow-up have. */
    private static final OwnerKind[] OWNERS = {
        OwnerKind.HF, OwnerKind.MUNICIPALITY, OwnerKind.PRIVATE_NON_PROFIT, OwnerKind.PRISON_HEALTH
    };

    private static final List<String> COLUMNS = List.of("enhet", "eier", "trinn", "siden", "neste");

    public PipelineSearch {
        counties = List.copyOf(counties);
        layers = List.copyOf(layers);
    }

    static PipelineSearch list(Map<String, String> query, List<County> counties, List<LayerPart> layers) {
        return new PipelineSearch(
                ListQuery.of(LIST, query, COLUMNS, filters(counties, layers)), counties, layers, false);
    }

    static PipelineSearch board(Map<String, String> query, List<County> counties, List<LayerPart> layers) {
        return new PipelineSearch(
                ListQuery.of(BOARD, query, List.of(), filters(counties, layers)), counties, layers, true);
    }

    private static Map<String, List<String>> filters(List<County> counties, List<LayerPart> layers) {
        return Map.of(
                LAYER, layers.stream().map(LayerPart::code).toList(),
                STAGE, codes(Stage.values()),
                LEVEL, codes(ServiceLevel.values()),
                OWNER, codes(OWNERS),
                COUNTY, counties.stream().map(County::number).toList(),
                FOLLOWED, codes(Followed.values()),
                WAITING, codes(Waiting.values()));
    }

    private static List<String> codes(Coded[] values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }

    PipelineQuery query(int rows) {
        return new PipelineQuery(
                asked.words(),
                asked.chosen(STAGE).flatMap(Stage::of),
                asked.chosen(LEVEL).flatMap(it -> Coded.of(ServiceLevel.class, it)),
                asked.chosen(OWNER).flatMap(it -> Coded.of(OwnerKind.class, it)),
                asked.chosen(COUNTY),
                within(),
                asked.chosen(FOLLOWED).flatMap(it -> Coded.of(Followed.class, it)),
                asked.chosen(WAITING).flatMap(it -> Coded.of(Waiting.class, it)),
                asked.order(),
                asked.falling(),
                asked.offset(),
                rows);
    }

    private List<String> within() {
        return asked.chosen(LAYER).stream()
                .flatMap(code -> layers.stream().filter(it -> it.code().equals(code)))
                .flatMap(it -> it.counties().stream())
                .toList();
    }

    /** Whether a stage is shown as a column. */
    boolean shows(Stage stage) {
        return asked.chosen(STAGE).map(it -> it.equals(stage.code())).orElse(true);
    }

    /** The address of the same seen the other way. */
    public String other() {
        return as(board ? LIST : BOARD);
    }

    /** The address of the list of one stage, of the same. */
    public String ofStage(Stage stage) {
        ListQuery list = new ListQuery(LIST, asked.words(), "", false, 1, asked.chosen());
        return list.chosen(STAGE).isPresent() ? list.at(1) : list.with(STAGE, stage.code());
    }

    private String as(String path) {
        return new ListQuery(path, asked.words(), "", false, 1, asked.chosen()).at(1);
    }

    /** The address of the list as a file. */
    public String file() {
        return new ListQuery(LIST + ".csv", asked.words(), asked.order(), asked.falling(), 1, asked.chosen()).at(1);
    }

    /** Search, chips, columns and pages. */
    public DataTable table(View view, int count) {
        List<DataTable.Filter> filters = new ArrayList<>();
        filters.add(filter(view, WAITING, "waiting", Waiting.values()));
        filters.add(filter(view, FOLLOWED, "followed", Followed.values()));
        filters.add(filter(view, LEVEL, "level", ServiceLevel.values()));
        filters.add(
                0,
                new DataTable.Filter(
                        STAGE,
                        view.text("pipeline.filter.stage"),
                        Arrays.stream(Stage.values())
                                .filter(it -> !board || it.alive())
                                .map(it -> Option.of(it.code(), view.text("stage." + it.code())))
                                .toList()));
        if (!board) {
            filters.add(filter(view, OWNER, "owner", OWNERS));
        }
        if (!layers.isEmpty()) {
            filters.add(new DataTable.Filter(
                    LAYER,
                    view.text("pipeline.filter.layer"),
                    layers.stream().map(it -> Option.of(it.code(), it.name())).toList()));
        }
        if (counties.size() > 1) {
            filters.add(new DataTable.Filter(
                    COUNTY,
                    view.text("pipeline.filter.county"),
                    counties.stream()
                            .map(it -> Option.of(it.number(), it.name()))
                            .toList()));
        }
        List<DataTable.Column> columns = Stream.concat(
                        COLUMNS.stream().map(it -> DataTable.Column.sorting(it, view.text("pipeline.column." + it))),
                        Stream.of(DataTable.Column.plain("veileder", view.text("pipeline.column.veileder"))))
                .toList();
        return new DataTable(asked, columns, filters, count);
    }

    private static DataTable.Filter filter(View view, String name, String key, Coded[] values) {
        return new DataTable.Filter(
                name,
                view.text("pipeline.filter." + key),
                Arrays.stream(values)
                        .map(it -> Option.of(it.code(), view.text("pipeline." + key + "." + it.code())))
                        .toList());
    }
}
