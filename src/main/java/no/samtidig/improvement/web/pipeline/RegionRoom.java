package no.samtidig.improvement.web.pipeline;

import java.util.Arrays;
import java.util.List;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;

/** A page of the section menu under {@code /regionen}, in order. Its word stands under {@code pipeline.room.<code>}. */
public enum RegionRoom implements Coded {
    BOARD("board", "/regionen"),
    UNITS("units", "/regionen/enheter"),
    COACHING("coaching", "/regionen/veiledning"),
    ADD("add", "/regionen/nye"),
    COVERAGE("coverage", "/regionen/dekning"),
    FIGURES("figures", "/regionen/tall"),
    CHANGE("change", "/regionen/endring");

    private final String code;
    private final String path;

    RegionRoom(String code, String path) {
        this.code = code;
        this.path = path;
    }

    @Override
    public String code() {
        return code;
    }

    public String path() {
        return path;
    }

    /** As the section menu shows them. */
    public static List<View.Link> links(View view) {
        return Arrays.stream(values())
                .map(it -> new View.Link(it.code, it.path, view.text("pipeline.room." + it.code)))
                .toList();
    }
}
