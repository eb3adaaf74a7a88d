package no.samtidig.improvement.web.agreement;

import java.util.List;
import java.util.Map;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Hours;
import no.samtidig.improvement.agreement.Side;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;

/**
 * The agreement on paper, with lines to sign on.
 *
 * @param version the latest, or one that is not filled in, with the brackets of the wording (number 0)
 * @param in bokmål or nynorsk, whatever the reader's language is
 */
public record AgreementPaperPage(JourneyVisit visit, Agreement.Version version, Map<Side, Signature> yes, Language in)
        implements Page {
    public AgreementPaperPage {
        yes = Map.copyOf(yes);
    }

    public Hours hours() {
        return version.text().hours();
    }

    public List<Side> sides() {
        return List.of(Side.values());
    }
}
