package no.samtidig.improvement.web.fidelity;

import java.util.Map;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Permission;
import no.samtidig.access.StaffMember;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.Companies;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.RatingPart;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One rating: who has come how far, showing the ratings to each other, and the other side's yes. */
@Controller
class RatingController {
    private final Journeys journeys;
    private final Ratings ratings;
    private final Anchors anchors;
    private final Companies companies;

    RatingController(Journeys journeys, Ratings ratings, Anchors anchors, Companies companies) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.anchors = anchors;
        this.companies = companies;
    }

    @GetMapping("/enheten/etterlevelse/{maned}")
    Page rating(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, defaultValue = "") String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF);
        Rating rating = OneRating.find(ratings, visit, month);
        return page(visit, rating, OneRating.done(done), Trouble.NONE);
    }

    private RatingPage page(JourneyVisit visit, Rating rating, Optional<OneRating.Done> done, Trouble trouble) {
        RatingPart part = ratings.part(visit, rating).orElseThrow(ProblemException::notFound);
        return new RatingPage(
                visit,
                rating,
                part,
                ratings.raters(rating),
                ratings.agreed(rating),
                anchors,
                companies.of(rating),
                companies.due(visit, rating),
                done,
                trouble);
    }

    @GetMapping("/enheten/etterlevelse/{maned}/vis")
    Page reveal(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Rating rating = OneRating.find(ratings, visit, month);
        RatingPage page = page(visit, rating, Optional.empty(), Trouble.NONE);
        if (!page.revealable()) {
            throw ProblemException.notFound();
        }
        return new RevealPage(page);
    }

    @PostMapping("/enheten/etterlevelse/{maned}/vis")
    Reply show(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Rating rating = OneRating.find(ratings, visit, month);
        return switch (ratings.reveal(visit, rating)) {
            case DONE, MEANWHILE -> OneRating.to(visit, rating, OneRating.Done.VIST);
            case NOT_NOW -> throw ProblemException.notFound();
        };
    }

    @PostMapping("/enheten/etterlevelse/{maned}/ja")
    Reply yes(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "utgave", defaultValue = "-1") int revision) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Rating rating = OneRating.find(ratings, visit, month);
        return switch (ratings.yes(visit, rating, revision)) {
            case DONE -> OneRating.to(visit, rating, OneRating.Done.ENIGE);
            case MEANWHILE, NOT_NOW ->
                page(
                        visit,
                        OneRating.find(ratings, visit, month),
                        Optional.empty(),
                        new Trouble(Trouble.whole("fidelity.yes.meanwhile").flaws(), 409));
        };
    }

    @GetMapping("/enheten/etterlevelse/{maned}/hvem")
    Page who(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER);
        Rating rating = OneRating.find(ratings, visit, month);
        if (!rating.silent()) {
            throw ProblemException.notFound();
        }
        return new WhoPage(
                visit,
                rating,
                ratings.raters(rating),
                ratings.staff(visit.journey(), RatingPart.MILJO),
                ratings.staff(visit.journey(), RatingPart.BEHANDLER));
    }

    @PostMapping("/enheten/etterlevelse/{maned}/hvem")
    Reply choose(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam Map<String, String> typed) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER);
        Rating rating = OneRating.find(ratings, visit, month);
        for (RatingPart part : WhoPage.PARTS) {
            String key = typed.getOrDefault(part.code(), "");
            Optional<AccountId> account = ratings.staff(visit.journey(), part).stream()
                    .map(StaffMember::account)
                    .filter(it -> it.value().toString().equals(key))
                    .findFirst();
            if (account.isEmpty() && !key.isEmpty()) {
                throw ProblemException.notFound();
            }
            ratings.choose(visit, rating, part, account.orElse(null));
        }
        return OneRating.to(visit, rating, OneRating.Done.VALGT);
    }
}
