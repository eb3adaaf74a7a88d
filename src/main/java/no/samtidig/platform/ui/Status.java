package no.samtidig.platform.ui;

import java.util.Locale;

/** How something stands: one sign and one colour for each, whatever it is about. The words stand under {@code status.<code>}. */
public enum Status {
    /** Still written on; seen by nobody else. */
    DRAFT("info", "circles"),
    /** Will begin on a day to come. */
    PLANNED("info", "clock"),
    /** Waits for somebody. */
    WAITING("warning", "clock"),
    /** Goes on now. */
    UNDERWAY("fjord", "play"),
    DONE("success", "check"),
    /** Should have been done. */
    LATE("danger", "warning"),
    /** Came to no end, and will not. */
    STOPPED("neutral", "cross"),
    /** Went wrong. */
    FAILED("danger", "cross");

    private final String colour;
    private final String icon;

    Status(String colour, String icon) {
        this.colour = colour;
        this.icon = icon;
    }

    public String colour() {
        return colour;
    }

    public String icon() {
        return icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
