package no.samtidig.questionnaire;

/** Whether anybody can ever meet an item, whatever they answer before it; see {@link Reaching}. */
enum Reachability {
    /** Its rules, or its page's, never hold. */
    NEVER,
    /** It is shown to somebody, but the rule that it must be answered never holds. */
    NEVER_REQUIRED,
    /** There are answers with which it is shown, and required where it has a rule for that. Also where there are too many to try. */
    SOMETIMES
}
