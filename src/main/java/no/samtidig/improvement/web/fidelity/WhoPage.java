package no.samtidig.improvement.web.fidelity;

import java.util.List;
import java.util.Objects;
import no.samtidig.access.StaffMember;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.fidelity.Rater;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.RatingPart;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.Option;

/**
 * Whom the leader asks to rate.
 *
 * @param milieu staff who can be asked as milieu therapists
 * @param clinicians staff who can be asked as clinicians
 */
public record WhoPage(
        JourneyVisit visit, Rating rating, List<Rater> raters, List<StaffMember> milieu, List<StaffMember> clinicians)
        implements Page {
    static final List<RatingPart> PARTS = List.of(RatingPart.MILJO, RatingPart.BEHANDLER);

    public WhoPage {
        raters = List.copyOf(raters);
        milieu = List.copyOf(milieu);
        clinicians = List.copyOf(clinicians);
    }

    public List<RatingPart> parts() {
        return PARTS;
    }

    public String path(String page) {
        return OneRating.path(visit, rating, page);
    }

    public List<Option> options(RatingPart part) {
        return (part == RatingPart.MILJO ? milieu : clinicians)
                .stream()
                        .map(it -> Option.of(it.account().value().toString(), it.name()))
                        .toList();
    }

    /** The one who is asked now; empty for nobody. */
    public String chosen(RatingPart part) {
        return raters.stream()
                .filter(it -> it.part() == part && it.account() != null)
                .map(it -> Objects.requireNonNull(it.account()).value().toString())
                .findFirst()
                .orElse("");
    }

    /** Has rated, so nobody else can be asked. */
    public boolean fixed(RatingPart part) {
        return raters.stream().anyMatch(it -> it.part() == part && it.done());
    }
}
