package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;

/** What a room of the journey tells the region: what lies ahead or waits, and what was done. Each room that has something is a bean. */
public interface PipelineNews {
    /** What lies ahead or waits in the journeys of the scope: one statement, however many there are. */
    List<Ahead> ahead(OrganisationScope scope, LocalDate today);

    /** What was done in a journey, the newest first. */
    List<Done> done(Journey journey);

    /** What sort of thing lies ahead. */
    enum Kind {
        /** A talk or a meeting with a day. */
        TALK,
        /** Waits for the region's yes. */
        TO_ACCEPT,
        /** To be done until a day; it stands when the day has gone. */
        DUE,
        /** Can be done from a day that has come; nobody has set a day for it. */
        OPEN
    }

    /**
     * Something ahead of a unit.
     *
     * @param day of it, or since when it waits
     * @param path where it is seen or done
     */
    record Ahead(JourneyId journey, Kind kind, LocalDate day, Sentence what, String path) {}

    /** Something that was done. */
    record Done(LocalDate day, Sentence what) {}
}
