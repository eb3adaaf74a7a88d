package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.PipelineNews.Ahead;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for a regional contact among the units: talks first, then what waits for a yes, then units nothing is planned for. */
@Component
class PipelineErrands implements Errands {
    private static final int MOST = 3;

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
        for (Ahead it : waits.talks()) {
            all.add(told(it, "talk", language, it.day()));
        }
        for (Ahead it : waits.toAccept()) {
            all.add(told(it, "accept", language, null));
        }
        if (waits.noStep() > 0) {
            all.add(counted("no-step", waits.noStep(), "uten-steg", language));
        }
        if (waits.quiet() > 0) {
            all.add(counted("quiet", waits.quiet(), "stille", language));
        }
        return all.stream().limit(MOST).toList();
    }

    private Errand told(Ahead it, String what, Language language, @Nullable LocalDate due) {
        return new Errand(
                it.what().in(texts, language),
                texts.text(language, "pipeline.errand." + what),
                texts.text(language, "pipeline.errand." + what + ".action"),
                it.path(),
                due);
    }

    private Errand counted(String what, int count, String waiting, Language language) {
        return new Errand(
                texts.text(language, "pipeline.errand." + what, count),
                texts.text(language, "pipeline.errand." + what + ".text"),
                texts.text(language, "pipeline.errand.action"),
                "/regionen/enheter?venter=" + waiting,
                null);
    }
}
