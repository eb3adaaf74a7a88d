package no.samtidig.survey.results;

import java.util.Arrays;
import java.util.Optional;

/** What results are divided by. The words stand under {@code results.division.<code>}. */
public enum Division {
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
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
