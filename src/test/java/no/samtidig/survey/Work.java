package no.samtidig.survey;

import java.util.List;

/** Where somebody works and as what, or what is kept of that beside an answer. Empty: left out. */
record Work(String unit, String county, String level, String staffGroup) {
    String owner() {
        return unit.substring(0, unit.lastIndexOf('.'));
    }

    /** All that may be kept of it, by the ways answers lose traits. */
    List<Work> waysToKeep() {
        return List.of(
                this,
                new Work(unit, county, level, ""),
                new Work("", county, level, staffGroup),
                new Work("", county, level, ""),
                new Work("", county, "", staffGroup),
                new Work("", county, "", ""),
                new Work("", "", level, staffGroup),
                new Work("", "", level, ""),
                new Work("", "", "", staffGroup),
                new Work("", "", "", ""));
    }

    /** Whether everything told here is true of what lies in the other. */
    boolean tellsNoMoreThan(Work other) {
        return (unit.isEmpty() || unit.equals(other.unit))
                && (county.isEmpty() || county.equals(other.county))
                && (level.isEmpty() || level.equals(other.level))
                && (staffGroup.isEmpty() || staffGroup.equals(other.staffGroup));
    }
}
