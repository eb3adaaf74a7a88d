package no.samtidig.improvement.web.pipeline;

import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/** Beginning anew with a unit whose journey has ended. */
public record RestartPage(JourneyVisit visit, Trouble trouble) implements Page {
    public String path() {
        return CardPage.path(visit.journey());
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
