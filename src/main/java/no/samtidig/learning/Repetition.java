package no.samtidig.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;

/**
 * Where a learner stands with one question: when it comes back, and how well it is thought to be remembered.
 *
 * @param where the question
 * @param version the wording it was last answered in
 * @param memory how well it is remembered, as {@link Fsrs} reckons
 * @param met the day the memory is reckoned from: the last repetition, or before the first one the answer in the lesson
 * @param seen the day it was last answered anywhere; it does not come back on the same day
 * @param due the day it comes back
 * @param reviews how often it has come back
 * @param lapses how often it was not remembered then
 */
record Repetition(
        BlockRef where,
        ContentVersion version,
        Fsrs.Memory memory,
        LocalDate met,
        LocalDate seen,
        LocalDate due,
        int reviews,
        int lapses) {

    /** After the answer in the lesson, which counts as the first meeting. */
    static Repetition firstMet(
            BlockRef where, ContentVersion version, boolean rightAtFirst, LocalDate day, Fsrs algorithm) {
        Fsrs.Grade grade = rightAtFirst ? Fsrs.Grade.GOOD : Fsrs.Grade.AGAIN;
        return new Repetition(
                where,
                version,
                algorithm.after(null, 0, grade),
                day,
                day,
                day.plusDays(algorithm.interval(null, 0, grade)),
                0,
                0);
    }

    /** After it has come back and was answered. */
    Repetition reviewed(ContentVersion now, Fsrs.Grade grade, LocalDate day, long seed, Fsrs algorithm) {
        long waited = ChronoUnit.DAYS.between(met, day);
        int interval = algorithm.spread(algorithm.interval(memory, waited, grade), seed);
        return new Repetition(
                where,
                now,
                algorithm.after(memory, waited, grade),
                day,
                day,
                day.plusDays(interval),
                reviews + 1,
                lapses + (grade == Fsrs.Grade.AGAIN ? 1 : 0));
    }
}
