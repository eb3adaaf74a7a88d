package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import no.samtidig.improvement.pipeline.ContactLists;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;

/** What a list of contacts would do, line by line, or has done. */
public record ContactLookPage(ContactLists.Look look) implements Page {
    /** Lines shown of each sort at most; all the mistakes stand in the field for mending. */
    private static final int SHOWN = 100;

    public List<ContactLists.Told> shown(List<ContactLists.Told> lines) {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    public int hidden(List<ContactLists.Told> lines) {
        return Math.max(0, lines.size() - SHOWN);
    }

    /** Lines that would do something. */
    public int good() {
        return look.begins().size() + look.adds().size();
    }

    /** Columns that were understood, in words. */
    public String columns(View view) {
        return look.columns().stream()
                .map(it -> view.text("pipeline-list.column." + it))
                .collect(Collectors.joining(", "));
    }
}
