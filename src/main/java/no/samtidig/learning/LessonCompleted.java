package no.samtidig.learning;

import no.samtidig.access.AccountId;

/**
 * News: a learner has completed a lesson for the first time.
 *
 * @param learner who
 * @param module the module's address
 * @param lesson the lesson's address
 */
public record LessonCompleted(AccountId learner, String module, String lesson) {}
