package no.samtidig.survey;

import no.samtidig.access.AuditAction;

/** What the audit log tells about surveys. */
public enum SurveyAction implements AuditAction {
    MADE_ROUND,
    CHANGED_THE_DAYS_OF_ROUND,
    CHANGED_WHAT_IS_SEEN_WHOLE_IN_ROUND,
    SAW_WHO_IS_ASKED_IN_ROUND,
    OPENED_ROUND,
    HELD_BACK_ROUND,
    CLOSED_ROUND,
    REMOVED_ROUND,
    INVITED_NEWCOMERS_TO_ROUND,
    INVITED_ADDRESSES_TO_ROUND,
    WITHDREW_AN_INVITATION_TO_ROUND,
    REMINDED_IN_ROUND,
    PRINTED_TICKETS_FOR_ROUND,
    WITHDREW_PAPER_TICKETS_OF_ROUND,
    TOOK_OUT_NAMED_ANSWERS,
    /** Of what a round showed. */
    EXPORTED,
    SHARED_RESULTS_OF_UNIT,
    STOPPED_SHARING_RESULTS_OF_UNIT;

    @Override
    public String kind() {
        return this == EXPORTED || this == SHARED_RESULTS_OF_UNIT || this == STOPPED_SHARING_RESULTS_OF_UNIT
                ? "survey-results"
                : "survey-round";
    }
}
