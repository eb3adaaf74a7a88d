package no.samtidig.improvement.pipeline;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import no.samtidig.improvement.PipelineFigures.Figure;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;

/**
 * The numbers of a region ({@code journey.md} section 8). Units that stopped are in every denominator; nothing is in order of size.
 *
 * @param groups units by stage, each group by name
 * @param reasons for a no or a stop, how often each was given
 * @param ended journeys that ended
 * @param withoutReason those of them for which none is known
 * @param stays how long units stay in a stage
 * @param figures numbers with what they are out of, first the pipeline's and then what the rooms of the journey have
 * @param byMonth talks held of those whose day has come, by month of the journey
 * @param staff people covered of all; empty where a group would be so small that it is not told
 */
public record RegionNumbers(
        List<Group> groups,
        Map<StopReason, Integer> reasons,
        int ended,
        int withoutReason,
        List<Stay> stays,
        List<Figure> figures,
        List<Figure> byMonth,
        java.util.Optional<Figure> staff) {
    /** Units in a group at least for the people there to be counted. */
    public static final int FEWEST = 5;

    /** So many units have left a stage at least before a median is told. */
    public static final int FEWEST_STAYS = 3;

    public RegionNumbers {
        groups = List.copyOf(groups);
        reasons = Map.copyOf(reasons);
        stays = List.copyOf(stays);
        figures = List.copyOf(figures);
        byMonth = List.copyOf(byMonth);
    }

    /**
     * Units by stage.
     *
     * @param key code of what they have in common
     * @param label by name, where it has one of its own
     * @param stages by the stage of the journey that counts today
     * @param without a journey, now and before
     */
    public record Group(String key, String label, Map<Stage, Integer> stages, int without) {
        public Group {
            stages = Map.copyOf(stages);
        }

        public int in(Stage stage) {
            return stages.getOrDefault(stage, 0);
        }

        /** Units asked: those with a journey, also one that ended. */
        public int asked() {
            return stages.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int all() {
            return asked() + without;
        }
    }

    /**
     * How long units stay in a stage.
     *
     * @param median days, of those that have left it; empty where they are too few
     * @param left units that have left it
     * @param there units that are there now
     */
    public record Stay(Stage stage, OptionalInt median, int left, int there) {}

    /** Units of all groups. */
    public int units() {
        return groups.stream().mapToInt(Group::all).sum();
    }
}
