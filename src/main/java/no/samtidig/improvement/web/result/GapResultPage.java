package no.samtidig.improvement.web.result;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.platform.Page;

/**
 * What a GAP round showed. The same for everybody who may see it.
 *
 * @param months of rounds there are results of, the first first
 * @param shown empty where no round is settled yet
 * @param staff whether the reader may see who has completed what, for the menu
 */
public record GapResultPage(JourneyVisit visit, List<Integer> months, Optional<Shown> shown, boolean staff)
        implements Page {
    public GapResultPage {
        months = List.copyOf(months);
    }

    /**
     * The round, and its result in words.
     *
     * @param change since the round before; empty for the first
     */
    public record Shown(SettledGap round, ResultSheet sheet, Optional<ChangeSheet> change) {}

    public String at(int month) {
        return visit.at("/enheten/gap/resultat?anledning=" + month);
    }

    public String csv() {
        return visit.at("/enheten/gap/resultat.csv"
                + shown.map(it -> "?anledning=" + it.round().month()).orElse(""));
    }
}
