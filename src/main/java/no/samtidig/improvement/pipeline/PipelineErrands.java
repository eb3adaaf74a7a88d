package no.samtidig.improvement.pipeline;

import java.util.ArrayList;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * What waits for a regional contact among the units: those nobody follows, those for which nothing is planned, and those that have been quiet. Talks and what waits for
 * a yes the rooms tell themselves.
 */
@Component
class PipelineErrands implements Errands {
    private final Pipeline pipeline;
    private final Texts texts;

    PipelineErrands(Pipeline pipeline, Texts texts) {
        this.pipeline = pipeline;
        this.texts = texts;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.RUN_PIPELINE)) {
            return List.of();
        }
        Pipeline.Waits waits = pipeline.waits(person);
        List<Errand> all = new ArrayList<>();
        if (waits.noCoach() > 0) {
            all.add(counted("no-coach", waits.noCoach(), "veileder=ingen", language));
        }
        if (waits.noStep() > 0) {
            all.add(counted("no-step", waits.noStep(), "venter=uten-steg", language));
        }
        if (waits.quiet() > 0) {
            all.add(counted("quiet", waits.quiet(), "venter=stille", language));
        }
        return all;
    }

    private Errand counted(String what, int count, String narrowed, Language language) {
        return new Errand(
                texts.text(language, "pipeline.errand." + what, count),
                texts.text(language, "pipeline.errand." + what + ".text"),
                texts.text(language, "pipeline.errand.action"),
                "/regionen/enheter?" + narrowed,
                null);
    }
}
