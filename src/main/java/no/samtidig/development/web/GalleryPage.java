package no.samtidig.development.web;

import java.util.List;
import no.samtidig.learning.web.StepPage;
import no.samtidig.platform.Page;

/**
 * Every component with its examples.
 *
 * @param blocks one step for each kind of block (and state) of a lesson
 */
public record GalleryPage(List<Example> blocks) implements Page {
    /** The names of the icons. */
    public static final List<String> ICONS = List.of(
            "check", "cross", "right", "left", "up", "down", "chevron", "clock", "lock", "people", "device", "sending",
            "warning", "play", "search", "key", "circles");

    public GalleryPage {
        blocks = List.copyOf(blocks);
    }

    /**
     * An example.
     *
     * @param name of the template
     * @param step a step that holds just this
     */
    public record Example(String name, StepPage step) {}
}
