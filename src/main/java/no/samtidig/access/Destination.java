package no.samtidig.access;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A page of the main menu, shown to those whose role has the permission. The module that owns the page declares it as a bean; the
 * handler still asks for the permission.
 *
 * @param permission what the page asks for; null where anybody may open it
 * @param section the place it stands in
 * @param order where in that place: the lowest first, ten apart
 * @param name which page it is, as the page tells the frame
 * @param path its address
 * @param text key of what the menu calls it
 */
public record Destination(
        @Nullable Permission permission, Section section, int order, String name, String path, String text) {

    /** The places of the menu, in order. What a place is called stands under {@code menu.<code>}. */
    public enum Section implements Coded {
        LEARN("learn"),
        PRACTISE("practise"),
        TOOLS("tools"),
        /** The workplace of the role acted in: its name follows the role, under {@code menu.workplace.<role>}. */
        WORKPLACE("workplace"),
        GATHERINGS("gatherings");

        private final String code;

        Section(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
