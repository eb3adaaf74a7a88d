package no.samtidig.improvement.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.code.Coded;

/**
 * What is asked of the pipeline.
 *
 * @param words each is looked for in the names of unit and owner
 * @param county number of the county
 * @param within numbers of the counties of another layer's region; empty for all
 * @param order key of a column; empty for the list's own
 * @param offset lines before this page
 */
public record PipelineQuery(
        String words,
        Optional<Stage> stage,
        Optional<ServiceLevel> level,
        Optional<OwnerKind> owner,
        Optional<String> county,
        List<String> within,
        Optional<Followed> followed,
        Optional<Waiting> waiting,
        String order,
        boolean falling,
        int offset,
        int rows) {
    private static final int MOST_WORDS = 20;

    public PipelineQuery {
        within = List.copyOf(within);
    }

    /** By whom a unit is followed. */
    public enum Followed implements Coded {
        BY_ME("meg"),
        BY_OTHERS("andre"),
        BY_NOBODY("ingen");

        private final String code;

        Followed(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What a unit waits for. */
    public enum Waiting implements Coded {
        /** Alive, not on hold, and nothing planned. */
        NO_STEP("uten-steg"),
        /** Nothing has happened for longer than its stage should be quiet. */
        QUIET("stille"),
        ON_HOLD("pa-vent");

        private final String code;

        Waiting(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private static final Map<String, String> ORDERS = Map.of(
            "enhet",
            "name",
            "eier",
            "owner",
            "trinn",
            "array_position(array['interested', 'agreed', 'anchored', 'running', 'sustained', 'stopped', 'declined'], stage)",
            "siden",
            "since",
            "neste",
            "coalesce(next_day, '-infinity')");

    String[] each() {
        return words.isBlank()
                ? new String[0]
                : words.toLowerCase(Locale.ROOT).strip().split("\\s+", MOST_WORDS);
    }

    String sql() {
        return ORDERS.getOrDefault(order, "name") + (falling ? " desc" : "");
    }

    /** The same from its first line, for the board's columns. */
    PipelineQuery all() {
        return new PipelineQuery(
                words, stage, level, owner, county, within, followed, waiting, order, falling, 0, rows);
    }
}
