package no.samtidig.catalogue;

import java.util.List;

/** The five demands on every module, each with its values. A value that no lesson covers is a hole, and shown as one. */
public enum Demand {
    LIFE_COURSE("pregnant", "child", "youth", "adult", "old"),
    SIDES("exposed", "perpetrating"),
    USER_PERSPECTIVE("voice", "involvement"),
    SERVICES("residential", "outpatient", "municipality", "emergency", "prison"),
    COOPERATION("within-unit", "between-services", "between-levels");

    private final List<String> values;

    Demand(String... values) {
        this.values = List.of(values);
    }

    public List<String> values() {
        return values;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
