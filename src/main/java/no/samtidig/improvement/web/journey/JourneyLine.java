package no.samtidig.improvement.web.journey;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.Milestone;
import no.samtidig.improvement.Stage;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The line of eighteen months: the days a unit agreed and was anchored, and the milestones by the plan or as a room knows them. That a day
 * has gone says nothing of what was held: only a room says so.
 *
 * @param moves of the journey, the first first
 * @param known milestones that rooms know better
 */
public record JourneyLine(Journey journey, List<JourneyMove> moves, List<JourneyPart.Station> known, LocalDate today) {
    public JourneyLine {
        moves = List.copyOf(moves);
        known = List.copyOf(known);
    }

    private record Point(LocalDate day, Timeline.Station station) {}

    /** The line in the reader's language. */
    public Timeline in(View view) {
        List<Point> dated = new ArrayList<>();
        List<Timeline.Station> undated = new ArrayList<>();
        for (Stage stage : List.of(Stage.AGREED, Stage.ANCHORED)) {
            reached(stage)
                    .ifPresent(day -> dated.add(new Point(
                            day,
                            new Timeline.Station(
                                    view.text("milestone." + stage.code()),
                                    month(view, day),
                                    Timeline.State.DONE,
                                    null))));
        }
        Map<Milestone, JourneyPart.Station> better = better();
        for (Milestone it : Milestone.values()) {
            Optional<LocalDate> day = Optional.ofNullable(better.get(it))
                    .map(JourneyPart.Station::day)
                    .or(() -> it.planned(journey.monthZero()));
            Timeline.State state = state(it, better.get(it), day);
            Timeline.Station station = new Timeline.Station(
                    view.text("milestone." + it.code()),
                    day.map(on -> month(view, on)).orElse(""),
                    state,
                    null);
            day.ifPresentOrElse(on -> dated.add(new Point(on, station)), () -> undated.add(station));
        }
        dated.sort(Comparator.comparing(Point::day));
        int passed = (int) dated.stream().filter(it -> !it.day().isAfter(today)).count();
        List<Timeline.Station> all =
                new ArrayList<>(dated.stream().map(Point::station).toList());
        all.addAll(undated);
        return new Timeline(summary(view), all, passed, view.text("journey.line.today", view.date(today)));
    }

    /** What the rooms know; the meeting comes after the round, and knows better. */
    private Map<Milestone, JourneyPart.Station> better() {
        return known.stream()
                .collect(Collectors.toMap(JourneyPart.Station::which, Function.identity(), (_, later) -> later));
    }

    private Optional<LocalDate> reached(Stage stage) {
        return moves.stream()
                .filter(it -> it.to() == stage)
                .map(JourneyMove::day)
                .findFirst();
    }

    private Timeline.State state(Milestone it, JourneyPart.@Nullable Station better, Optional<LocalDate> day) {
        if ((better != null && better.done()) || (it == Milestone.FIRST_MEETING && journey.monthZero() != null)) {
            return Timeline.State.DONE;
        }
        boolean alive = journey.stage().alive();
        if (day.isEmpty() || day.get().isAfter(alive ? today : journey.since())) {
            return alive ? Timeline.State.PLANNED : Timeline.State.DROPPED;
        }
        return Timeline.State.PASSED;
    }

    private String summary(View view) {
        if (!journey.stage().alive()) {
            return view.text("journey.line." + journey.stage().code(), view.date(journey.since()));
        }
        Optional<Integer> month = journey.month(today);
        if (month.isEmpty()) {
            return view.text("journey.line.before");
        }
        Map<Milestone, JourneyPart.Station> better = better();
        Optional<Milestone> waits = Arrays.stream(Milestone.values())
                .filter(it -> better.containsKey(it) && !better.get(it).done())
                .findFirst();
        if (month.get() >= Journey.MONTHS && waits.isEmpty()) {
            return view.text("journey.line.after", month.get());
        }
        Milestone next = waits.orElseGet(() -> Arrays.stream(Milestone.values())
                .filter(it -> it.month() > month.get())
                .findFirst()
                .orElse(Milestone.EIGHTEEN));
        if (month.get() == 0) {
            return view.text(
                    "journey.line.month.first", Journey.MONTHS, view.text("milestone." + next.code() + ".long"));
        }
        return view.text(
                "journey.line.month", month.get(), Journey.MONTHS, view.text("milestone." + next.code() + ".long"));
    }

    private static String month(View view, LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM yyyy", view.language().locale()).format(day);
    }
}
