package no.samtidig.improvement.web.fidelity;

import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.code.Coded;

/** Where the pages of ratings lie, and which rating an address means. */
public final class OneRating {
    static final String ALL = "/enheten/etterlevelse";

    private OneRating() {}

    /** What was just done, told at the top of a page. */
    public enum Done implements Coded {
        BEGYNT,
        VALGT,
        LAGRET,
        SENERE,
        VIST,
        SKREVET,
        ENIGE,
        MED
    }

    static Optional<Done> done(String code) {
        return Coded.of(Done.class, code);
    }

    static String path(JourneyVisit visit, Rating rating, String page) {
        return visit.at(ALL + "/" + rating.month() + page);
    }

    static SeeOther to(JourneyVisit visit, Rating rating, Done done) {
        return new SeeOther(path(visit, rating, "")).done(done);
    }

    /**
     * The journey's rating of a month.
     *
     * @throws ProblemException not found where there is none
     */
    static Rating find(Ratings ratings, JourneyVisit visit, String month) {
        return ratings.of(visit.journey()).stream()
                .filter(it -> String.valueOf(it.month()).equals(month))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
