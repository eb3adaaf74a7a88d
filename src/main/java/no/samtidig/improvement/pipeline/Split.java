package no.samtidig.improvement.pipeline;

import no.samtidig.platform.code.Coded;

/** By what the units of a region are counted. */
public enum Split implements Coded {
    LEVEL("niva", "u.level", "u.level"),
    OWNER("eier", "o.kind", "o.kind"),
    COUNTY("fylke", "u.county", "c.name"),
    HEALTH("helseregion", "r.region", "g.name"),
    KORUS("korus", "r.region", "g.name"),
    RVTS("rvts", "r.region", "g.name");

    private final String code;
    private final String key;
    private final String label;

    Split(String code, String key, String label) {
        this.code = code;
        this.key = key;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** The layer of regions it counts by; empty where it counts by something else. */
    String layer() {
        return switch (this) {
            case HEALTH -> "health";
            case KORUS -> "korus";
            case RVTS -> "rvts";
            case LEVEL, OWNER, COUNTY -> "";
        };
    }
}
