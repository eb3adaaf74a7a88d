/**
 * Questionnaires as data: their items and rules, their one text, the check list, drafts and editions, and the pages where they are written.
 *
 * <p>It does not know who is asked, when, or what anybody answered (that is {@code survey}).
 *
 * <p>Invariants: a rule asks only about what is answered before it; a questionnaire written and read again is the very same; an edition
 * never changes, and what is published later is another; what the check list stops is never published; a change made from an older
 * revision is never kept over a newer one; a draft and an answerer's page draw a question with the same template.
 */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package no.samtidig.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
