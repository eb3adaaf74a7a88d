package no.samtidig.improvement.web.coaching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Obstacle;
import no.samtidig.improvement.coaching.StepDone;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.coaching.TalkNote;
import no.samtidig.improvement.coaching.Theme;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * One talk: its agenda, what to prepare, and its note.
 *
 * @param before the note of the talk held before
 * @param actions the unit's actions
 * @param by who last wrote the note
 * @param meanwhile whether somebody else changed it since the form was drawn
 * @param typed what stands in the fields
 */
public record TalkPage(
        JourneyVisit visit,
        Talk talk,
        Optional<TalkNote> before,
        List<Action> actions,
        Optional<String> by,
        boolean meanwhile,
        Typed typed,
        Optional<CoachingDone> done,
        LocalDate today,
        Trouble trouble)
        implements Page {
    public TalkPage {
        actions = List.copyOf(actions);
    }

    /** What stands in the fields. */
    public record Typed(String action, String obstacle, String done, String step) {
        static Typed of(Talk talk) {
            TalkNote it = talk.note();
            return it == null
                    ? new Typed("", "", "", "")
                    : new Typed(
                            it.action() == null ? "" : it.action().value().toString(),
                            it.obstacle().code(),
                            it.done() == null ? "" : it.done().code(),
                            it.step());
        }
    }

    /** Whether the note can be written: the day has come, and the journey goes on. */
    public boolean writes() {
        return visit.journey().stage().alive()
                && talk.state() != Talk.State.CANCELLED
                && !talk.day().isAfter(today);
    }

    /** Whether it can be moved and cancelled. */
    public boolean moves() {
        return visit.journey().stage().alive() && talk.planned();
    }

    public Theme theme() {
        return Theme.of(talk.number());
    }

    public boolean unitLeads() {
        return Coaching.unitLeads(visit.journey(), talk);
    }

    /** The words of the action that was talked of. */
    public Optional<String> action(TalkNote note) {
        return actions.stream()
                .filter(it -> it.id().equals(note.action()))
                .map(Action::words)
                .findFirst();
    }

    /** Whether the reader has agreed to the note. */
    public boolean agreed() {
        return (visit.leads() ? talk.leaderAgreed() : talk.coachAgreed()) != null;
    }

    public List<Option> choices() {
        return actions.stream()
                .filter(it -> it.dropped() == null || it.id().value().toString().equals(typed.action()))
                .map(it -> Option.of(it.id().value().toString(), it.words()))
                .toList();
    }

    public static List<Option> obstacles(View view) {
        return Arrays.stream(Obstacle.values())
                .map(it -> Option.of(it.code(), view.text("obstacle." + it.code())))
                .toList();
    }

    public static List<Option> steps(View view) {
        return Arrays.stream(StepDone.values())
                .map(it -> Option.of(it.code(), view.text("step-done." + it.code())))
                .toList();
    }

    public String path() {
        return CoachingPage.path(talk);
    }

    @Override
    public int status() {
        return meanwhile ? 409 : trouble.status();
    }
}
