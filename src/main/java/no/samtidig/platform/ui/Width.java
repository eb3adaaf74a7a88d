package no.samtidig.platform.ui;

/** How wide a page is. */
public enum Width {
    /** One column of running text, and short forms. */
    READING("page--reading"),
    /** Lists, forms and accounts. */
    WORK("page--narrow"),
    /** Tables, drawings and two columns. */
    WIDE(""),
    /** A screen that many look at. */
    STAGE("page--stage");

    private final String style;

    Width(String style) {
        this.style = style;
    }

    /** The class in {@code layout.css}; empty for the widest. */
    public String style() {
        return style;
    }
}
