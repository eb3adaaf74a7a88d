package no.samtidig.platform;

/**
 * Sends the browser to another page of ours with a GET (303).
 *
 * @param path path and query inside this site, starting with one slash
 */
public record SeeOther(String path) implements Reply {
    public SeeOther {
        if (!path.startsWith("/")
                || path.startsWith("//")
                || path.startsWith("/\\")
                || path.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("not a path of this site: " + path);
        }
    }

    /** The same, but falls back to {@code otherwise} where {@code wanted} would leave this site (an open redirect). */
    public static SeeOther inside(@org.jspecify.annotations.Nullable String wanted, String otherwise) {
        boolean ours = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.contains("\\")
                && wanted.length() < 2_000
                && wanted.chars().allMatch(c -> c > ' ' && c < 127);
        return new SeeOther(ours && wanted != null ? wanted : otherwise);
    }
}
