package no.samtidig.access;

/** What a handler can ask for. */
public enum Permission {
    /** Take modules, answer, keep private notes. */
    LEARN,
    /** Choose among own roles, see own page. */
    OWN_ACCOUNT,
    /** See which lessons the staff of the own units have completed, and when. */
    SEE_COMPLETION,
    /** See the page of the unit one works in. */
    SEE_OWN_UNIT,
    /** Come to a unit's journey: the own one's, or those one follows. What one may do there follows from what one is to it. */
    SEE_JOURNEY,
    /** Follow the units of a region: put them into the pipeline, agree with them, coach them. */
    RUN_PIPELINE,
    /** See what the programme has come to in the whole country, in numbers. */
    SEE_PROGRAMME,
    /** See what the lessons cover and what they do not. */
    SEE_COVERAGE,
    /** Take a recorded voice back for somebody who asks. */
    WITHDRAW_VOICES,
    /** Invite others to a role at a place of one's own. */
    INVITE,
    /** Write questionnaires and publish them. */
    EDIT_QUESTIONNAIRES,
    /** Make rounds of a survey among own units, and invite to them. */
    RUN_SURVEYS,
    /** Run rounds that ask the own unit only, for a purpose of another module; they do not stand among the surveys. */
    RUN_UNIT_ROUNDS,
    /** See the results of rounds for own places, as far as they may be shown. */
    SEE_RESULTS,
    /** See who has which role within the own places, and give and end roles there. */
    MANAGE_PEOPLE,
    /** See the places of the own scope, and change them as far as the role goes. */
    MANAGE_PLACES,
    /** Keep the service running: mail, jobs, the audit log, how everything stands. */
    ADMINISTER
}
