package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What a room of the journey tells on the unit's page ({@code /enheten}) and in its status. Each room that has something to tell has one
 * as a bean, so that the page knows no room; {@code @Order} says where it stands (agreement 10, goals 20, talks 30, GAP 40, meeting 50,
 * fidelity 60). A room decides by {@link JourneyVisit#part()} what is told to whom: staff and council are told nothing about colleagues.
 */
public interface JourneyPart {
    /** A short section of the page; empty where there is nothing to tell this reader. */
    Optional<Section> section(JourneyVisit visit, Language language);

    /** Whether the section stands before the line of time for this reader: to staff, what the unit practises comes first. */
    default boolean first(JourneyVisit visit) {
        return false;
    }

    /** What the room would have the reader do next; the page shows the one that is due first as its main action. */
    default Optional<Step> next(JourneyVisit visit, Language language) {
        return Optional.empty();
    }

    /** Milestones the room knows a better day of than the plan, and whether they are done. */
    default List<Station> stations(JourneyVisit visit) {
        return List.of();
    }

    /**
     * What the room tells in the status for the unit's own management, in the language asked for. It is kept as it stood on the day it was
     * released. No results of a role with fewer than ten answers, nobody's name.
     */
    default List<Report> report(Journey journey, Language language) {
        return List.of();
    }

    /**
     * A part of the page.
     *
     * @param title a heading, such as <i>Målene våre</i>
     * @param lines sentences, at least one; several stand as a list
     * @param way to the room's page; null where the reader has none
     */
    record Section(
            String title, List<String> lines, @Nullable Way way) {
        public Section {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a section without a sentence: " + title);
            }
        }
    }

    /**
     * A link to a page of the room, as this reader comes there ({@link JourneyVisit#at}).
     *
     * @param label says what one finds there, never <i>les mer</i>
     */
    record Way(String label, String path) {}

    /**
     * Something to do.
     *
     * @param title what it is
     * @param text why, or until when
     * @param minutes of preparation; 0 where none is needed
     * @param due the last day; null where it can wait
     */
    record Step(
            String title,
            String text,
            int minutes,
            Way way,
            @Nullable LocalDate due) {}

    /**
     * A milestone with a day of its own.
     *
     * @param day when it was, or is to be
     * @param done whether it was held
     */
    record Station(Milestone which, LocalDate day, boolean done) {}

    /** What a status tells of, in this order. The headings stand under {@code status-page.<code>}. */
    enum Topic implements Coded {
        /** The goals, and their signs of change. */
        GOALS,
        /** What has changed, with its uncertainty, or that we cannot tell. */
        CHANGE,
        /** Fidelity then and now. */
        FIDELITY,
        /** What stands in the way. */
        OBSTACLES
    }

    /**
     * Part of a status.
     *
     * @param lines sentences
     */
    record Report(Topic topic, List<String> lines) {
        public Report {
            lines = List.copyOf(lines);
        }
    }
}
