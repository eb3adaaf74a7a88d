package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.RichText;

/**
 * Ark: a text that several lessons show and that must be the same in all of them, such as danger signs or where people can go. In one
 * language; read from {@code content/sheets/<slug>.<language>.md}.
 *
 * @param slug its name
 * @param text what it says
 * @param sources where it is from
 * @param checked when somebody last compared it with them
 * @param awaits what it still lacks, such as a doctor's approval; shown; empty when nothing
 */
public record Sheet(
        String slug,
        String title,
        RichText text,
        List<Lesson.Source> sources,
        LocalDate checked,
        Optional<String> awaits) {
    public Sheet {
        sources = List.copyOf(sources);
    }
}
