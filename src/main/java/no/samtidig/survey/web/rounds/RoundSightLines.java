package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.stream.Stream;
import no.samtidig.platform.View;
import no.samtidig.survey.disclosure.Sight;
import no.samtidig.survey.web.rounds.RoundSightPage.Line;

/**
 * A part of what will be seen: staff groups, regions or units.
 *
 * @param id of its heading
 */
public record RoundSightLines(String id, String title, List<Line> lines) {
    public RoundSightLines {
        lines = List.copyOf(lines);
    }

    /** The parts that have something in them. Of one region alone nothing is told: it is the whole round. */
    public static List<RoundSightLines> of(View view, Sight sight) {
        RoundSightLines groups = new RoundSightLines(
                "sikt-grupper",
                view.text("rounds.sight.staff-groups"),
                sight.staffGroups().stream()
                        .map(it ->
                                Line.outlook(view.text("staff-group." + it.of().code()), it.invited(), it.at()))
                        .toList());
        RoundSightLines regions = new RoundSightLines(
                "sikt-regioner",
                view.text("rounds.sight.regions"),
                sight.regions().size() < 2
                        ? List.of()
                        : sight.regions().stream()
                                .map(it -> Line.outlook(it.of(), it.invited(), it.at()))
                                .toList());
        RoundSightLines units = new RoundSightLines(
                "sikt-enheter",
                view.text("rounds.sight.units"),
                sight.units().count() == 0
                        ? List.of()
                        : List.of(
                                Line.extent(
                                        view.text("rounds.sight.units.own"),
                                        sight.units().own()),
                                Line.extent(
                                        view.text("rounds.sight.units.whole"),
                                        sight.units().whole())));
        return Stream.of(groups, regions, units)
                .filter(it -> !it.lines().isEmpty())
                .toList();
    }
}
