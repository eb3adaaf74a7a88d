package no.samtidig.administration.web;

import java.util.Map;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.Mails;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mail: what waits, what failed and why, and trying again. */
@Controller
class MailController {
    private static final String PATH = "/forvaltning/epost";

    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/forvaltning/epost")
    Page mail(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        MailSearch search = MailSearch.of(query);
        return new MailPage(
                Room.openTo(administrator),
                search,
                mails.find(
                        administrator,
                        search.state(),
                        search.asked().words(),
                        search.asked().offset(),
                        ListQuery.ROWS),
                mails.tally(),
                mails.server(),
                query.getOrDefault(SeeOther.DONE, ""));
    }

    @Limited(value = "mail-again", most = 120, minutes = 60)
    @PostMapping("/forvaltning/epost/{id}/igjen")
    Reply again(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return new SeeOther(PATH).done(mails.again(administrator, id) ? "igjen" : "uendret");
    }

    @Limited(value = "mail-again", most = 120, minutes = 60)
    @PostMapping("/forvaltning/epost/igjen")
    Reply allAgain(Visitor visitor) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return new SeeOther(PATH).done(mails.allAgain(administrator) > 0 ? "alle-igjen" : "uendret");
    }
}
