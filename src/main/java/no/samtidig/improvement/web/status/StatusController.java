package no.samtidig.improvement.web.status;

import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.status.StatusText;
import no.samtidig.improvement.status.Statuses;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's status: its leader's to release, everybody else's to read as it was released. */
@Controller
class StatusController {
    private final Journeys journeys;
    private final Statuses statuses;
    private final FormKeys keys;

    StatusController(Journeys journeys, Statuses statuses, FormKeys keys) {
        this.journeys = journeys;
        this.statuses = statuses;
        this.keys = keys;
    }

    @GetMapping("/enheten/status")
    Page status(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "malform", defaultValue = "") String form,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which);
        return page(visit, form.isEmpty() ? language : written(form), "", done != null, Trouble.NONE);
    }

    @PostMapping("/enheten/status/frigi")
    Reply release(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "ord", defaultValue = "") String words,
            @RequestParam(value = FormKeys.FIELD, required = false) @Nullable UUID key) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER);
        Trouble trouble = words.strip().length() > Statuses.LONGEST_WORDS
                ? Trouble.at("ord", "agreement.trouble.long", Statuses.LONGEST_WORDS)
                : NoPatients.found(words) ? Trouble.at("ord", NoPatients.REFUSAL) : Trouble.NONE;
        if (trouble.any()) {
            return page(visit, language, words, false, trouble);
        }
        return keys.once(key == null ? UUID.randomUUID() : key, () -> {
            statuses.release(visit, words);
            return new SeeOther("/enheten/status").done("frigitt");
        });
    }

    private StatusPage page(JourneyVisit visit, Language language, String words, boolean done, Trouble trouble) {
        Optional<StatusText> draft =
                visit.leads() ? Optional.of(statuses.today(visit.journey(), words)) : Optional.empty();
        return new StatusPage(
                visit,
                language == Language.NN ? Language.NN : Language.NB,
                draft,
                statuses.released(visit.journey()),
                words,
                done,
                trouble);
    }

    private static Language written(String form) {
        return form.equals(Language.NN.tag()) ? Language.NN : Language.NB;
    }
}
