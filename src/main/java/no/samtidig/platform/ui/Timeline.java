package no.samtidig.platform.ui;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stations on a line of time, the first first, with a mark for today. The same in words: each station says what it is, when, and how it
 * stands. Upright where there is little room, one row where there is more, and on paper.
 *
 * @param summary the line in a sentence; stands before it, for those who do not want to read all of it
 * @param stations in the order of time
 * @param passed so many stations lie before today; the mark stands after them
 * @param today what the mark says, such as <i>I dag, 30. november</i>
 */
public record Timeline(String summary, List<Station> stations, int passed, String today) {
    public Timeline {
        stations = List.copyOf(stations);
        if (summary.isBlank() || passed < 0 || passed > stations.size()) {
            throw new IllegalArgumentException("a line without words, or today outside of it");
        }
    }

    /** Whether today is before this station, and after the one before it. */
    public boolean todayBefore(int station) {
        return station == passed;
    }

    /** How a station stands: a sign, and a word under {@code timeline.<code>}. */
    public enum State {
        /** It was held. */
        DONE("check"),
        /** It lies ahead. */
        PLANNED("clock"),
        /** Its day by the plan has gone, and nobody has said how it went. */
        PASSED("circles"),
        /** It will not be. */
        DROPPED("cross");

        private final String icon;

        State(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A station.
     *
     * @param label a few words
     * @param when a date or a month in words; empty where none is known
     * @param path where one reads more; null for nowhere
     */
    public record Station(
            String label,
            String when,
            State state,
            @Nullable String path) {}
}
