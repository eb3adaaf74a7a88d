package no.samtidig.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;

/**
 * A learner's <em>dagens øvelse</em>: a few questions that come back today.
 *
 * @param day today, in Norway
 * @param on whether the learner wants repetition
 * @param left questions left today, first first
 * @param answered those answered today, with the answers
 * @param next the day of the next exercise; empty where nothing has been met, or repetition is off
 */
public record DailyExercise(
        LocalDate day, boolean on, List<Item> left, Map<BlockRef, Answer> answered, Optional<LocalDate> next) {
    /** No more than this on one day: about three minutes. */
    static final int MOST = 5;

    /** A day with something due is filled up to this many from the days to come. */
    static final int FEWEST = 3;

    /** How many days ahead it is filled up from. */
    static final int AHEAD = 7;

    public DailyExercise {
        left = List.copyOf(left);
        answered = Map.copyOf(answered);
    }

    /**
     * One question of it.
     *
     * @param where the question
     * @param version the wording the learner last answered it in
     */
    public record Item(BlockRef where, ContentVersion version) {}

    /** Whether there is anything to answer now. */
    public boolean ready() {
        return on && !left.isEmpty();
    }

    /** How many there are today, answered ones too. */
    public int size() {
        return answered.size() + left.size();
    }

    /**
     * Days from today until the next exercise.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public long daysUntilNext() {
        return ChronoUnit.DAYS.between(day, next.orElseThrow());
    }

    /** Minutes for what is left: a little over half a minute for each question. */
    public int minutes() {
        return (left.size() * 3 + 4) / 5;
    }
}
