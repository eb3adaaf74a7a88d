package no.samtidig.platform;

import java.util.regex.Pattern;

/**
 * A file to keep, made for one reader.
 *
 * @param name what the browser saves it as: a–z, 0–9, hyphen and full stop
 * @param type its MIME type, with its character set where it is text
 * @param content the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Download(String name, String type, byte[] content) implements Reply {
    private static final Pattern NAME = Pattern.compile("^[a-z0-9-]++\\.[a-z0-9]++");

    public Download {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a file name of ours: " + name);
        }
    }
}
