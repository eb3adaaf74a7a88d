package no.samtidig.survey.web.rounds;

import java.text.NumberFormat;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.survey.Importing;
import no.samtidig.survey.Round;

/** What a list of addresses comes to, before anything is made of it. */
public record RoundAddressesLookPage(Round round, Importing.Preview preview) implements Page {
    public String number(int count, Language language) {
        return NumberFormat.getIntegerInstance(language.locale()).format(count);
    }

    public String path() {
        return OneRound.path(round.id());
    }
}
