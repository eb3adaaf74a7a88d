package no.samtidig.platform;

import java.time.ZoneId;

/** Where the programme is: days begin and end, and times are told, as in Norway. */
public final class Norway {
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private Norway() {}
}
