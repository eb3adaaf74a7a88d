package no.samtidig.survey.results;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** What results are divided by. The words stand under {@code results.division.<code>}. */
public enum Division implements Coded {
    NONE("ingen", "all"),
    STAFF_GROUP("stillingsgruppe", "staff-group"),
    LEVEL("niva", "level"),
    HEALTH("helseregion", "all"),
    KORUS("korus", "all"),
    RVTS("rvts", "all");

    private final String code;
    private final String split;

    Division(String code, String split) {
        this.code = code;
        this.split = split;
    }

    @Override
    public String code() {
        return code;
    }

    /** The kind of split in the views. */
    String split() {
        return split;
    }

    /** Whether the groups are places instead of kinds of people. */
    public boolean byRegion() {
        return this == HEALTH || this == KORUS || this == RVTS;
    }

    public static Optional<Division> of(String code) {
        return Coded.of(Division.class, code);
    }
}
