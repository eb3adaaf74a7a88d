package no.samtidig.survey.web.rounds;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;
import no.samtidig.survey.Targeting;
import no.samtidig.survey.disclosure.Foresight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is invited to a round: the staff of its units, those who have come since, and taking an invitation back. */
@Controller
class RoundInvitationsController {
    /** People at most for whom it is told at once what will be seen; of more it takes seconds, and stands on a page of its own. */
    private static final int MOST_AHEAD = 5000;

    private final Running running;
    private final Targeting targeting;
    private final Mailing mailing;
    private final Recipients recipients;
    private final Foresight foresight;

    RoundInvitationsController(
            Running running, Targeting targeting, Mailing mailing, Recipients recipients, Foresight foresight) {
        this.running = running;
        this.targeting = targeting;
        this.mailing = mailing;
        this.recipients = recipients;
        this.foresight = foresight;
    }

    @GetMapping("/undersokelser/{id}/hvem")
    Page who(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        RoundOverview it = OneRound.find(running, person, id);
        RoundWhoPage page = new RoundWhoPage(it, targeting.byUnit(it), Optional.empty());
        boolean ahead = it.round().state() == Round.State.DRAFT && page.people() + it.standing() <= MOST_AHEAD;
        return ahead && page.people() + it.standing() > 0
                ? new RoundWhoPage(it, page.units(), Optional.of(foresight.of(it.round())))
                : page;
    }

    @GetMapping("/undersokelser/{id}/invitasjoner")
    Page invitations(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "q", defaultValue = "") String part,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        targeting.looked(person, round.id());
        return new RoundTicketsPage(
                round,
                mailing.invitations(round, part),
                recipients.units(round.target()).stream()
                        .collect(Collectors.toMap(it -> it.path().value(), Unit::name)),
                part,
                RoundDone.of(done));
    }

    @PostMapping("/undersokelser/{id}/invitasjoner/{ticket}/trekk")
    Reply withdraw(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("ticket") UUID ticket) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        mailing.withdraw(person, round, ticket); // says the same whether it was used: that is nobody's business
        return new SeeOther(OneRound.path(round.id()) + "/invitasjoner").done(RoundDone.WITHDRAWN);
    }

    @PostMapping("/undersokelser/{id}/nye")
    Reply newcomers(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        mailing.inviteNewcomers(person, round);
        return OneRound.to(round.id(), RoundDone.NEWCOMERS);
    }
}
