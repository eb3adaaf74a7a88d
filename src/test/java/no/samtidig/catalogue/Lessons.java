package no.samtidig.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Language;

/** Small lessons for tests. */
public final class Lessons {
    public static final ContentVersion VERSION = new ContentVersion("aaaaaaaaaaaa");

    private Lessons() {}

    /** A lesson with the address {@code l} and these steps. */
    public static Lesson of(List<Lesson.Step> steps) {
        return new Lesson(
                "l",
                Language.NB,
                "L",
                "l",
                10,
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                steps,
                VERSION);
    }
}
