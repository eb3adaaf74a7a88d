package no.samtidig.catalogue;

import java.util.List;
import no.samtidig.platform.code.Coded;

/** The five demands on every module, each with its aspects. An aspect that no lesson covers is a hole, and shown as one. */
public enum Demand implements Coded {
    LIFE_COURSE("pregnant", "child", "youth", "adult", "old"),
    SIDES("exposed", "perpetrating"),
    USER_PERSPECTIVE("voice", "involvement"),
    SERVICES("residential", "outpatient", "municipality", "emergency", "prison"),
    COOPERATION("within-unit", "between-services", "between-levels");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> aspects;

    Demand(String... aspects) {
        this.aspects = List.of(aspects);
    }

    public List<String> aspects() {
        return aspects;
    }
}
