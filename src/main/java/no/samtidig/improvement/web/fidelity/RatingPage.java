package no.samtidig.improvement.web.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Agreed;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Company;
import no.samtidig.improvement.fidelity.Mark;
import no.samtidig.improvement.fidelity.Rater;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.RatingPart;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * One rating, as one of those who rate sees it.
 *
 * @param part as what the reader rates
 * @param raters those who rate; without anybody's marks while it is silent
 * @param agreed what stands, by anchor; empty before anything was written
 * @param company which other coach is there; empty for none
 * @param companyDue whether a coach from another region should be
 */
public record RatingPage(
        JourneyVisit visit,
        Rating rating,
        RatingPart part,
        List<Rater> raters,
        Map<String, Agreed> agreed,
        Anchors anchors,
        Optional<Company> company,
        boolean companyDue,
        Optional<OneRating.Done> done,
        Trouble trouble)
        implements Page {
    /** Ratings so far apart are talked about ({@code journey.md} section 4). */
    public static final int APART = 2;

    public RatingPage {
        raters = List.copyOf(raters);
        agreed = Map.copyOf(agreed);
    }

    public String path(String page) {
        return OneRating.path(visit, rating, page);
    }

    public String all() {
        return visit.at(OneRating.ALL);
    }

    public List<RatingPart> parts() {
        return Arrays.asList(RatingPart.values());
    }

    /** Nobody, or which other coach is there. */
    public List<Option> companies(View view) {
        return Stream.concat(Stream.of(""), Arrays.stream(Company.values()).map(Company::code))
                .map(it -> Option.of(it, view.text("fidelity.company.option" + (it.isEmpty() ? "" : "." + it))))
                .toList();
    }

    /** How far one has come. */
    public String progress(RatingPart of) {
        Optional<Rater> rater = raters.stream().filter(it -> it.part() == of).findFirst();
        if (rater.filter(Rater::done).isPresent()) {
            return "done";
        }
        return of.chosenAmong().isPresent()
                        && rater.filter(it -> it.account() != null).isEmpty()
                ? "nobody"
                : "waits";
    }

    /** Whether the reader has rated everything. */
    public boolean mine() {
        return progress(part).equals("done");
    }

    /** Leader and coach show the ratings, and write what stands. */
    public boolean leads() {
        return visit.leads() || visit.coaches();
    }

    /** Enough have rated for the ratings to be shown to each other. */
    public boolean revealable() {
        return rating.silent() && leads() && count() >= Ratings.FEWEST_TO_REVEAL;
    }

    /** How many have rated everything. */
    public long count() {
        return raters.stream().filter(Rater::done).count();
    }

    /** The reader's side has not said yes to what is written. */
    public boolean asked() {
        return rating.written() && (visit.leads() ? !rating.unitYes() : visit.coaches() && !rating.coachYes());
    }

    public List<Anchor> rated() {
        return anchors.rated(rating.modules());
    }

    /** One person's first rating. */
    public record First(RatingPart part, Mark mark) {}

    /** The first ratings of an anchor, of those who had rated everything. */
    public List<First> first(Anchor anchor) {
        return first(raters, anchor);
    }

    static List<First> first(List<Rater> raters, Anchor anchor) {
        return raters.stream()
                .filter(Rater::done)
                .flatMap(it -> Optional.ofNullable(it.marks().get(anchor.id())).stream()
                        .map(mark -> new First(it.part(), mark)))
                .toList();
    }

    /** They differ so much that it is talked about. */
    public boolean apart(Anchor anchor) {
        return spread(first(anchor)) >= APART;
    }

    static int spread(List<First> first) {
        var levels = first.stream().mapToInt(it -> it.mark().level()).summaryStatistics();
        return first.isEmpty() ? 0 : levels.getMax() - levels.getMin();
    }

    /** What stands for an anchor. */
    public Optional<Agreed> stands(Anchor anchor) {
        return Optional.ofNullable(agreed.get(anchor.id()));
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
