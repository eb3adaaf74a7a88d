package no.samtidig.survey.web.results;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.ui.ChartTable;
import no.samtidig.survey.results.Report;

/**
 * A question's results as a picture and the same numbers as a table. Measures of the drawing are percent of its width, so that letters
 * keep their size on a phone.
 */
public sealed interface Chart extends ThemePart {
    About about();

    ChartTable table();

    /**
     * What every one has.
     *
     * @param code the question's, for addresses within the page
     * @param text the question
     * @param notes what must be known to read it right
     * @param why there is nothing to show for any group, so that neither picture nor table is drawn; empty where there is
     */
    record About(String code, String text, List<String> notes, String why) {
        public About {
            notes = List.copyOf(notes);
        }

        public boolean hidden() {
            return !why.isEmpty();
        }
    }

    /**
     * A piece of a bar: where it starts and how long it is, what is written in it, and which colour.
     *
     * @param narrow whether what is written has room on a wide screen only
     */
    record Piece(double x, double width, double middle, String label, String tone, boolean narrow) {}

    /**
     * A group's bar.
     *
     * @param label who
     * @param n how many answered; empty where fewer than five did
     * @param other whether it is of the round laid beside
     * @param alt the whole in words
     * @param note what stands beside it: of one with too few, why
     */
    record Bar(String label, Optional<String> n, boolean other, String alt, List<Piece> pieces, String note) {
        public Bar {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * An alternative, or numbers that lie together.
     *
     * @param width in percent; {@link #UNTOLD} of few, of whom no length is told
     */
    record Line(String label, double width, String value) {
        static final double UNTOLD = -1;

        public boolean drawn() {
            return width >= 0;
        }
    }

    /** A group's bars. */
    record Panel(String label, Optional<String> n, boolean other, String alt, List<Line> lines, String note) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /** Choices and numbers: bars from the left, each group by itself. */
    record Bars(About about, ChartTable table, List<Panel> panels) implements Chart {
        public Bars {
            panels = List.copyOf(panels);
        }

        /** Those of everybody: of this round, and of the one laid beside. */
        public List<Panel> everybody() {
            return panels.subList(0, Math.min(panels.size(), paired() ? 2 : 1));
        }

        /** Those of the groups. */
        public List<Panel> groups() {
            return panels.subList(everybody().size(), panels.size());
        }

        /** Whether each group has the same of another round beside it. */
        public boolean paired() {
            return panels.stream().anyMatch(Panel::other);
        }
    }

    /** A column of a distribution: y and height in pixels. */
    record Column(double x, double width, double middle, int y, int height, String value, String label) {}

    /** Between what a mean may lie by chance. */
    record Band(double x, double width) {}

    /** A mean with what it may be by chance. */
    record Middle(double x, Optional<Band> band) {}

    /** The steps from 0 to 10: how many chose each, and the mean. */
    record Steps(
            About about,
            ChartTable table,
            String low,
            String high,
            Optional<String> n,
            String alt,
            List<Column> columns,
            Optional<Middle> middle,
            String note)
            implements Chart {
        public Steps {
            columns = List.copyOf(columns);
        }
    }

    /** A group's mean from 0 to 10. */
    record Dot(String label, Optional<String> n, boolean other, String alt, Optional<Middle> middle, String note) {}

    /** The means of several groups from 0 to 10. */
    record Dots(About about, ChartTable table, String low, String high, List<Dot> dots) implements Chart {
        public Dots {
            dots = List.copyOf(dots);
        }
    }

    /** Free texts. */
    record Texts(About about, ChartTable table, Report.Words words, String count) implements Chart {}
}
