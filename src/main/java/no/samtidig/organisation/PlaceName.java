package no.samtidig.organisation;

import java.util.Optional;
import no.samtidig.platform.NameRule;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.OneLine;

/**
 * What a unit or an owner is called.
 *
 * @param value one clean line; names that were kept before there were rules may be others
 */
public record PlaceName(String value) {
    /** Characters at most. */
    public static final int LONGEST = 120;

    public PlaceName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a name of a place");
        }
    }

    /** The name as it was meant; empty where it can be no name. */
    public static Optional<PlaceName> of(String typed) {
        String line = OneLine.of(typed);
        return NameRule.THING.flaw(line, LONGEST).isPresent() ? Optional.empty() : Optional.of(new PlaceName(line));
    }

    /** What is wrong with a name as it was typed; empty where nothing is. */
    public static Optional<Sentence> flaw(String typed) {
        return NameRule.THING.flaw(OneLine.of(typed), LONGEST);
    }
}
