package no.samtidig.improvement.pipeline;

import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The units of the region in numbers, on the regional contact's own page. */
@Component
@Order(1)
class PipelineFollows implements Follows {
    private final Pipeline pipeline;
    private final Texts texts;

    PipelineFollows(Pipeline pipeline, Texts texts) {
        this.pipeline = pipeline;
        this.texts = texts;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.RUN_PIPELINE)) {
            return List.of();
        }
        Pipeline.Waits waits = pipeline.waits(person);
        return List.of(new Followed(
                texts.text(language, "pipeline.follow"),
                texts.text(
                        language,
                        "pipeline.follow.text",
                        waits.all(),
                        waits.talks().size()),
                "/regionen"));
    }
}
