package no.samtidig.improvement.meeting;

import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journeys;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Component;

/** A result that waits for its meeting stands on the leader's own page too. */
@Component
class MeetingErrands implements Errands {
    private final Journeys journeys;
    private final MeetingPart part;

    MeetingErrands(Journeys journeys, MeetingPart part) {
        this.journeys = journeys;
        this.part = part;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.SEE_OWN_UNIT)) {
            return List.of();
        }
        return journeys.own(person, null).flatMap(it -> part.next(it, language)).stream()
                .map(it -> new Errand(
                        it.title(), it.text(), it.way().label(), it.way().path(), it.due()))
                .toList();
    }
}
