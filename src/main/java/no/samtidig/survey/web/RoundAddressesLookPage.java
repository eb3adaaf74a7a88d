package no.samtidig.survey.web;

import no.samtidig.platform.Page;
import no.samtidig.survey.Importing;
import no.samtidig.survey.Round;

/** What a list of addresses comes to, before anything is made of it. */
public record RoundAddressesLookPage(Round round, Importing.Preview preview) implements Page {
    public String path() {
        return RoundsController.LIST + "/" + round.id().value();
    }
}
