package no.samtidig.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.access.OwnData;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.ClassPathResource;

/**
 * The copy of everything as one file to read and print, with nothing beside it. What only machines need (hashes, counters) is in the
 * JSON file.
 *
 * @param copy all of it
 */
public record OwnDataFilePage(OwnData.Copy copy) implements Page {
    private static final Set<String> FOR_MACHINES = Set.of("version", "revision", "key");
    private static final String STYLE = read();

    private static String read() {
        try {
            byte[] css = new ClassPathResource("no/samtidig/access/own-data.css").getContentAsByteArray();
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The style sheet as an address, since the file stands alone. */
    public String style() {
        return STYLE;
    }

    /** Everything, kind by kind. */
    public Map<String, List<Map<String, Object>>> sections() {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>(copy.others());
        all.putAll(copy.kept());
        return all;
    }

    /** The columns a person reads. */
    public List<String> columns(List<Map<String, Object>> rows) {
        return rows.getFirst().keySet().stream()
                .filter(it -> !FOR_MACHINES.contains(it))
                .toList();
    }

    /** What a column holds, in words; a column nobody has named yet by its own name. */
    public String label(View view, String column) {
        try {
            return view.text("own-data.column." + column.replace('_', '-'));
        } catch (NoSuchMessageException _) {
            return column;
        }
    }

    /** A value as people write it. */
    public String value(View view, String column, @Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Boolean it -> view.text(it ? "own-data.yes" : "own-data.no");
            case Date it -> view.shortDate(it.toLocalDate());
            case Timestamp it -> view.moment(it.toInstant());
            case OffsetDateTime it -> view.moment(it.toInstant());
            case Instant it -> view.moment(it);
            case String it when column.equals("role") -> view.text("role." + it);
            default -> value.toString();
        };
    }
}
