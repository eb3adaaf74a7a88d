package no.samtidig.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Milestone;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goals and actions on the unit's page and in its status. */
@Component
@Order(20)
class GoalsPart implements JourneyPart {
    private static final String PATH = "/enheten/tiltak";

    private final Goals goals;
    private final Actions actions;
    private final Texts texts;
    private final Clock clock;

    GoalsPart(Goals goals, Actions actions, Texts texts, Clock clock) {
        this.goals = goals;
        this.actions = actions;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        List<String> lines =
                goals.of(visit.journey()).stream().map(Goal::sentence).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text(language, "goals.part.title"),
                        lines,
                        new Way(texts.text(language, "goals.part.way"), visit.at(PATH))));
    }

    @Override
    public boolean first(JourneyVisit visit) {
        return !visit.leads() && !visit.coaches();
    }

    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        if (!visit.leads() || !visit.journey().stage().alive()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<Action> open =
                actions.of(visit.journey()).stream().filter(Action::open).toList();
        for (Goal goal : goals.of(visit.journey())) {
            List<Action> its =
                    open.stream().filter(it -> it.goal().equals(goal.id())).toList();
            if (its.stream().anyMatch(it -> it.toBeLookedAt(today))) {
                return Optional.of(step(language, "look", 10, PATH));
            }
            if (actions.of(visit.journey()).stream().noneMatch(it -> it.goal().equals(goal.id()))) {
                return Optional.of(step(
                        language, "action", 5, PATH + "/ny?mal=" + goal.id().value()));
            }
        }
        return Optional.empty();
    }

    /** The pause is held once an action is looked at: on the day of the plan, or before it. */
    @Override
    public List<Station> stations(JourneyVisit visit) {
        Optional<LocalDate> looked = actions.of(visit.journey()).stream()
                .flatMap(it -> Optional.ofNullable(it.looked()).stream())
                .min(Comparator.naturalOrder());
        return Milestone.PAUSE
                .planned(visit.journey().monthZero())
                .flatMap(planned -> looked.map(it -> it.isBefore(planned) ? it : planned))
                .map(it -> List.of(new Station(Milestone.PAUSE, it, true)))
                .orElse(List.of());
    }

    private Step step(Language language, String what, int minutes, String path) {
        String key = "goals.step." + what;
        return new Step(
                texts.text(language, key),
                texts.text(language, key + ".text"),
                minutes,
                new Way(texts.text(language, key + ".way"), path),
                null);
    }

    /** Each goal, and how far the signs of its actions are seen. */
    @Override
    public List<Report> report(Journey journey, Language language) {
        List<String> lines = new ArrayList<>();
        List<Action> all = actions.of(journey);
        for (Goal goal : goals.of(journey)) {
            lines.add(goal.sentence());
            all.stream()
                    .filter(it -> it.goal().equals(goal.id()) && it.dropped() == null)
                    .forEach(it -> lines.add(texts.text(
                            language,
                            "goals.report",
                            it.sign(),
                            texts.text(language, "sign-seen." + it.seen().code()))));
        }
        return lines.isEmpty() ? List.of() : List.of(new Report(Topic.GOALS, lines));
    }
}
