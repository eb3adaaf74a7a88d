package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.RichText;

/**
 * Stigen: rights and duties when somebody has told of violence, as one picture, in one language. The only form in which the law is
 * told; every lesson that needs it shows the same one. Read from {@code content/law/ladder.<language>.yaml}. Training, not legal advice.
 *
 * @param title heading
 * @param lead how to use it
 * @param rungs from the highest step down to the floor, then the door and the hatch, which can be opened from every step
 * @param always what is done whichever rung it is
 * @param statutes the day whose statutes it follows
 * @param checked when somebody last compared it with them
 * @param review when it must be looked at again
 * @param signed the lawyer who answers for it; empty until one does, and the page says so
 */
public record Ladder(
        String title,
        RichText lead,
        List<Rung> rungs,
        RichText always,
        LocalDate statutes,
        LocalDate checked,
        LocalDate review,
        Optional<Signature> signed) {
    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** Where a rung is in the picture. */
    public enum Place {
        /** One of the steps; the higher, the graver and more certain the danger. */
        STEP,
        /** Silence, consent, and sharing inside health care. */
        FLOOR,
        /** To child protection, beside every step. */
        DOOR,
        /** To the municipality for somebody pregnant, beside every step. */
        HATCH
    }

    /**
     * One right or duty, with every condition.
     *
     * @param law the provisions
     * @param url where they can be read
     * @param brief who must or may do what, in one sentence
     * @param threshold all that must be there
     * @param to whom it is told to
     * @param decides whose decision it is
     * @param not what it is not
     */
    public record Rung(
            Place place,
            String name,
            String law,
            String url,
            RichText brief,
            RichText threshold,
            RichText to,
            RichText decides,
            RichText not) {}

    /**
     * Who has read it and answers for it.
     *
     * @param title what they are
     */
    public record Signature(String name, String title, LocalDate on) {}

    /** The rungs that are climbed: steps and floor, from the top. */
    public List<Rung> climbed() {
        return rungs.stream()
                .filter(it -> it.place() == Place.STEP || it.place() == Place.FLOOR)
                .toList();
    }

    /** The ways out beside it: the door and the hatch. */
    public List<Rung> beside() {
        return rungs.stream()
                .filter(it -> it.place() == Place.DOOR || it.place() == Place.HATCH)
                .toList();
    }
}
