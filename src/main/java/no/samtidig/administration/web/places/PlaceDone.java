package no.samtidig.administration.web.places;

import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with a place, for the page that comes after. The words stand under {@code places.done.<code>}. */
public enum PlaceDone implements Coded {
    MADE_OWNER,
    MADE_UNIT,
    CHANGED,
    MOVED,
    MERGED,
    CLOSED,
    REOPENED,
    IMPORTED;

    static @Nullable PlaceDone of(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(it -> Coded.of(PlaceDone.class, it))
                .orElse(null);
    }
}
