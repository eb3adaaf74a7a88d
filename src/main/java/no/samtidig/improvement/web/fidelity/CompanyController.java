package no.samtidig.improvement.web.fidelity;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.fidelity.Companies;
import no.samtidig.improvement.fidelity.Company;
import no.samtidig.improvement.fidelity.Rating;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coach says whether another coach is there at a rating. */
@Controller
class CompanyController {
    private final Journeys journeys;
    private final Ratings ratings;
    private final Companies companies;

    CompanyController(Journeys journeys, Ratings ratings, Companies companies) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.companies = companies;
    }

    @PostMapping("/enheten/etterlevelse/{maned}/med")
    Reply company(
            Visitor visitor,
            @PathVariable("maned") String month,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "med", defaultValue = "") String who) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.COACH);
        Rating rating = OneRating.find(ratings, visit, month);
        if (!companies.keep(visit, rating, Company.of(who).orElse(null))) {
            throw ProblemException.notFound();
        }
        return OneRating.to(visit, rating, OneRating.Done.MED);
    }
}
