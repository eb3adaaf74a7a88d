package no.samtidig.improvement.web.fidelity;

import java.util.List;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Before a rating begins.
 *
 * @param month of the journey
 * @param modules those that can be rated
 * @param chosen as typed
 */
public record BeginPage(
        JourneyVisit visit, int month, List<KnowledgeModule> modules, List<String> chosen, Trouble trouble)
        implements Page {
    public BeginPage {
        modules = List.copyOf(modules);
        chosen = List.copyOf(chosen);
    }

    public String path(String page) {
        return visit.at(OneRating.ALL + page);
    }

    public List<Option> options(View view) {
        return modules.stream()
                .map(it -> {
                    var title = it.title().in(view.language());
                    return Option.of(it.slug(), title.value(), title.language());
                })
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
