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

    void write(Visitor.Person person, SurveyAction action, RoundId round) {
        audit.write(person.account(), action, round.value());
    }
}
