package no.samtidig.survey.web.results;

import java.util.List;
import java.util.Optional;

/**
 * A report on two pages, the same in the browser and as PDF.
 *
 * @param words in the report's language
 * @param title the round
 * @param lines what it is about: the questionnaire, the place and the period
 * @param asked what was asked
 * @param whom who was asked
 * @param summary how many answered, and what that means
 * @param picture the main picture; empty where there is none to show
 * @param themes key figures
 * @param left whether there are key figures that had no room
 * @param fetched the day it was made
 */
public record ReportPaper(
        ReportWording words,
        String title,
        List<String> lines,
        String asked,
        String whom,
        Summary summary,
        Optional<Picture> picture,
        List<Theme> themes,
        boolean left,
        String fetched) {
    public ReportPaper {
        lines = List.copyOf(lines);
        themes = List.copyOf(themes);
    }

    /** What a colour means. */
    public record Key(String image, String text) {}

    /**
     * Bars on one scale.
     *
     * @param title what they have in common
     */
    public record Picture(String title, List<Key> keys, List<Bar> bars) {
        public Picture {
            keys = List.copyOf(keys);
            bars = List.copyOf(bars);
        }
    }

    /** A bar as a picture, with its numbers in words. */
    public record Bar(String text, String image, String alt, String note) {}

    /** A page of the questionnaire. */
    public record Theme(String title, List<Figure> figures) {
        public Theme {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A key figure.
     *
     * @param n how many answered; empty where too few did
     */
    public record Figure(String text, Optional<String> n, String figure) {}
}
