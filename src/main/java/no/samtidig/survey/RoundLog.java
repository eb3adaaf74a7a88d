package no.samtidig.survey;

import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import org.springframework.stereotype.Component;

/** The lines of the audit log about running rounds. */
@Component
class RoundLog {
    private final AuditLog audit;

    RoundLog(AuditLog audit) {
        this.audit = audit;
    }

    /** @param what was done, before the word "round" */
    void write(Visitor.Person person, String what, RoundId round) {
        audit.write(
                person.account(), what + " round", "survey-round", round.value().toString());
    }
}
