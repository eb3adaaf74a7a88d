package no.samtidig.survey.web.rounds;

import java.util.UUID;
import no.samtidig.access.Visitor;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.SeeOther;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.Running;

/** What the pages of one round have in common: its address, and that it exists only for those who may run it. */
final class OneRound {
    private OneRound() {}

    static String path(RoundId round) {
        return "/undersokelser/" + round.value();
    }

    /** Back to the round's own page, which tells what was done. */
    static SeeOther to(RoundId round, RoundDone done) {
        return new SeeOther(path(round)).done(done);
    }

    /** The round, if the person may run it; else it does not exist. */
    static RoundOverview find(Running running, Visitor.Person person, UUID id) {
        return running.find(person, new RoundId(id)).orElseThrow(ProblemException::notFound);
    }

    /** The round, if lists and paper can be used for it: with names, only accounts can answer. */
    static Round takesGuests(Running running, Visitor.Person person, UUID id) {
        Round round = find(running, person, id).round();
        if (!round.anonymous() || (round.state() != Round.State.DRAFT && round.state() != Round.State.OPEN)) {
            throw ProblemException.notFound();
        }
        return round;
    }
}
