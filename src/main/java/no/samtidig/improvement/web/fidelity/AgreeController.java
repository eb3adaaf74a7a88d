package no.samtidig.improvement.web.fidelity;

import java.util.List;
import java.util.Map;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Rater;
import no.samtidig.improvement.fidelity.Rating;
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

/** Writing what stands after the talk. */
@Controller
class AgreeController {
    private final Journeys journeys;
    private final Ratings ratings;
    private final Anchors anchors;

    AgreeController(Journeys journeys, Ratings ratings, Anchors anchors) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.anchors = anchors;
    }

    @GetMapping("/enheten/etterlevelse/{maned}/enige")
    Page agree(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Rating rating = talked(visit, month);
        List<Rater> raters = ratings.raters(rating);
        AgreeForm form = AgreeForm.of(ratings.agreed(rating), raters, anchors.rated(rating.modules()));
        return new AgreePage(visit, rating, anchors, raters, form, Map.of(), Trouble.NONE);
    }

    private Rating talked(JourneyVisit visit, String month) {
        Rating rating = OneRating.find(ratings, visit, month);
        if (rating.silent() || rating.settled() != null) {
            throw ProblemException.notFound();
        }
        return rating;
    }

    @PostMapping("/enheten/etterlevelse/{maned}/enige")
    Reply write(
            Visitor visitor,
            Language language,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "utgave", defaultValue = "-1") int revision,
            @RequestParam MultiValueMap<String, String> fields) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Rating rating = talked(visit, month);
        List<Anchor> rated = anchors.rated(rating.modules());
        List<Rater> raters = ratings.raters(rating);
        AgreeForm form = AgreeForm.typed(new Typed(fields), rated);
        Trouble trouble = form.trouble(rated, language);
        if (trouble.any()) {
            return new AgreePage(visit, at(rating, revision), anchors, raters, form, Map.of(), trouble);
        }
        return switch (ratings.write(visit, rating, revision, form.agreed(raters, rated))) {
            case DONE -> OneRating.to(visit, rating, OneRating.Done.SKREVET);
            case NOT_NOW -> throw ProblemException.notFound();
            case MEANWHILE -> {
                Rating now = talked(visit, month);
                yield new AgreePage(
                        visit,
                        now,
                        anchors,
                        raters,
                        form,
                        ratings.agreed(now),
                        new Trouble(Trouble.whole("fidelity.agree.meanwhile").flaws(), 409));
            }
        };
    }

    /** As the reader saw it, so that a change meanwhile is still noticed after a mistake was mended. */
    private static Rating at(Rating it, int revision) {
        return new Rating(
                it.id(),
                it.journey(),
                it.month(),
                it.modules(),
                it.begun(),
                it.revealed(),
                it.settled(),
                it.unitYes(),
                it.coachYes(),
                revision);
    }
}
