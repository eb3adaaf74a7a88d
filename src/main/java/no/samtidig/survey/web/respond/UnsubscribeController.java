package no.samtidig.survey.web.respond;

import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.web.Open;
import no.samtidig.survey.Unsubscribing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * No to reminders, by the address in a mail's {@code List-Unsubscribe}. Mail programs send the form themselves, with one click and
 * without ever showing a page (RFC 8058), so it needs no session, no key and no page before it.
 */
@Controller
class UnsubscribeController {
    private final Unsubscribing unsubscribing;

    UnsubscribeController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @Open("whoever got the mail holds the address")
    @GetMapping("/svar/ikke-minn/{token}")
    Page ask(@PathVariable("token") String token) {
        if (!unsubscribing.ours(token)) {
            throw ProblemException.notFound();
        }
        return new RespondUnsubscribePage(Unsubscribing.PATH + token);
    }

    @Open("whoever got the mail holds the address")
    @PostMapping("/svar/ikke-minn/{token}")
    Page stop(@PathVariable("token") String token) {
        if (!unsubscribing.stop(token)) {
            throw ProblemException.notFound();
        }
        return new RespondQuietPage("");
    }
}
