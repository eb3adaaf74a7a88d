package no.samtidig.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, shown as a card on their own page.
 *
 * @param title what it is, in the reader's language
 * @param text how long it takes and until when
 * @param action what the link says
 * @param path where it is done
 * @param due the last day it can be done, or should be; null where it can wait. What is due first stands first
 */
public record Errand(
        String title,
        String text,
        String action,
        String path,
        @Nullable LocalDate due) {}
