package no.samtidig.improvement.web.fidelity;

import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.RatingPart;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person's own rating, in silence. */
@Controller
class RateController {
    private final Journeys journeys;
    private final Ratings ratings;
    private final Anchors anchors;

    RateController(Journeys journeys, Ratings ratings, Anchors anchors) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.anchors = anchors;
    }

    @GetMapping("/enheten/etterlevelse/{maned}/min")
    Page mine(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF);
        Rating rating = OneRating.find(ratings, visit, month);
        RatingPart part = ratings.part(visit, rating).orElseThrow(ProblemException::notFound);
        if (!rating.silent()) {
            throw ProblemException.notFound();
        }
        List<Anchor> rated = anchors.rated(rating.modules());
        return new RatePage(visit, rating, anchors, RateForm.of(ratings.own(visit, rating, part), rated), Trouble.NONE);
    }

    @PostMapping("/enheten/etterlevelse/{maned}/min")
    Reply rate(
            Visitor visitor,
            Language language,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam MultiValueMap<String, String> fields) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF);
        Rating rating = OneRating.find(ratings, visit, month);
        RatingPart part = ratings.part(visit, rating).orElseThrow(ProblemException::notFound);
        List<Anchor> rated = anchors.rated(rating.modules());
        Typed typed = new Typed(fields);
        RateForm form = RateForm.typed(typed, rated);
        boolean later = typed.has("senere");
        Trouble trouble = form.trouble(rated, language, later);
        if (trouble.any()) {
            return new RatePage(visit, rating, anchors, form, trouble);
        }
        return switch (ratings.rate(visit, rating, part, form.marks(), !later)) {
            case DONE -> OneRating.to(visit, rating, later ? OneRating.Done.SENERE : OneRating.Done.LAGRET);
            case MEANWHILE, NOT_NOW ->
                new RatePage(
                        visit,
                        rating,
                        anchors,
                        form,
                        new Trouble(Trouble.whole("fidelity.rate.revealed").flaws(), 409));
        };
    }
}
