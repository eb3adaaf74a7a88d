package no.samtidig.learning;

import java.time.OffsetDateTime;
import no.samtidig.catalogue.BlockRef;

/**
 * A private note: what a learner wrote to a reflection. Nobody else reads it.
 *
 * @param where the reflection it belongs to
 * @param question the question as it was worded when the note was written, as plain text
 * @param text what was written
 * @param revision counts the times it was saved, from 1
 * @param updated when it was last saved
 */
public record Note(BlockRef where, String question, String text, int revision, OffsetDateTime updated) {}
