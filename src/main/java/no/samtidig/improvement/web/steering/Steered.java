package no.samtidig.improvement.web.steering;

import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.SeeOther;

/** Where one comes when it is done: the journey's page, which says so. */
final class Steered {
    private Steered() {}

    static SeeOther to(JourneyVisit visit, String done) {
        return new SeeOther(visit.at("/enheten")).done(done);
    }
}
