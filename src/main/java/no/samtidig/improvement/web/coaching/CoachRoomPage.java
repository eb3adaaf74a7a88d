package no.samtidig.improvement.web.coaching;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.calibration.HalfYear;
import no.samtidig.improvement.coaching.CoachTalk;
import no.samtidig.improvement.coaching.CoachTalks;
import no.samtidig.platform.Page;

/**
 * The coach's own page.
 *
 * @param region name of the region
 * @param rated whether the coach has rated both fictional units of the half-year
 */
public record CoachRoomPage(String region, CoachTalks.Weeks weeks, HalfYear half, boolean rated, LocalDate today)
        implements Page {
    /**
     * A week, or what has passed.
     *
     * @param code of its heading, under {@code coach.<code>}
     * @param from its first day
     */
    public record Part(String code, LocalDate from, List<CoachTalk> talks) {
        public Part {
            talks = List.copyOf(talks);
        }

        public LocalDate until() {
            return from.plusDays(6);
        }
    }

    /** This week and the next. */
    public List<Part> parts() {
        return List.of(
                new Part("this-week", weeks.monday(), weeks.thisWeek()),
                new Part("next-week", weeks.monday().plusWeeks(1), weeks.nextWeek()));
    }
}
