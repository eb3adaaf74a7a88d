package no.samtidig.platform;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Sends the browser to another page of ours with a GET (303).
 *
 * @param path path and query inside this site, starting with one slash
 */
public record SeeOther(String path) implements Reply {
    /** The field of an address that says what was just done. */
    public static final String DONE = "gjort";

    public SeeOther {
        if (!path.startsWith("/")
                || path.startsWith("//")
                || path.startsWith("/\\")
                || path.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("not a path of this site: " + path);
        }
    }

    /** The same page, which tells what was just done; one of its handlers reads it from the field {@link #DONE}. */
    public SeeOther done(Coded what) {
        return done(what.code());
    }

    /** The same where a page has one thing to tell only. */
    public SeeOther done(String code) {
        return with(DONE, code);
    }

    /**
     * With one more field in the address.
     *
     * @param value of letters and digits that an address can hold
     */
    public SeeOther with(String field, String value) {
        return new SeeOther(path + (path.indexOf('?') < 0 ? "?" : "&") + field + "=" + value);
    }

    /** At the part of the page with this id. */
    public SeeOther at(String part) {
        return new SeeOther(path + "#" + part);
    }

    /** The same, but falls back to {@code otherwise} where {@code wanted} would leave this site (an open redirect). */
    public static SeeOther inside(@Nullable String wanted, String otherwise) {
        boolean ours = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.contains("\\")
                && wanted.length() < 2_000
                && wanted.chars().allMatch(c -> c > ' ' && c < 127);
        return new SeeOther(ours && wanted != null ? wanted : otherwise);
    }
}
