package no.samtidig.search;

import java.util.List;

/**
 * What a module has that can be found. A bean of the module that owns it; the order of the beans is the order of the kinds on the page.
 * What a reader is to find out by answering (options, explanations, endings) must not be among it.
 */
public interface Findables {
    /** The kinds of thing; asked for on every search, so it must be at hand. */
    List<Kind> kinds();

    /** All of it. Asked for once, when the index is made. */
    List<Findable> all();

    /**
     * A kind of thing. What it is called stands under {@code search.kind.<code>}, and all of it under {@code search.all.<code>}.
     *
     * @param code as it stands in addresses
     * @param before key of what stands before an excerpt; empty where nothing does
     */
    record Kind(String code, String before) {}
}
