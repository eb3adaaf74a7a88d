package no.samtidig.improvement.web.meeting;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.improvement.meeting.Standing;
import no.samtidig.improvement.meeting.Votes;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.web.result.ResultSheet;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Qr;
import no.samtidig.platform.Trouble;

/**
 * The shared screen of a results meeting: all its steps in one document, so that it goes on without network.
 *
 * @param sheet what the round showed, in the reader's language
 * @param areas all of the instrument's, to vote for
 * @param votes empty before the vote is closed, and where fewer than five voted
 * @param address where phones join, as people type it
 * @param link the same with the code, for a camera
 * @param trouble with what was sent last
 */
public record StagePage(
        JourneyVisit visit,
        Meeting meeting,
        SettledGap round,
        ResultSheet sheet,
        List<Area> areas,
        Standing standing,
        Optional<Votes> votes,
        List<String> given,
        Work work,
        String address,
        String link,
        Typed typed,
        Trouble trouble)
        implements Page {
    public StagePage {
        areas = List.copyOf(areas);
        given = List.copyOf(given);
    }

    /** An area, by name. */
    public record Area(String id, LocalizedText.Text name) {}

    /**
     * What the meeting ends in.
     *
     * @param goals those that are alive
     * @param actions that stand ready for the areas talked about
     */
    public record Work(List<Goal> goals, List<Ready> actions) {
        public static final Work NONE = new Work(List.of(), List.of());

        /** So many goals at most. */
        public static final int MOST = 3;

        public Work {
            goals = List.copyOf(goals);
            actions = List.copyOf(actions);
        }

        public boolean full() {
            return goals.size() >= MOST;
        }
    }

    /** A goal and its area. */
    public record Goal(LocalizedText.Text area, String sentence) {}

    /** An action that stands ready, and its sign of change. */
    public record Ready(LocalizedText.Text area, LocalizedText.Text text, LocalizedText.Text sign) {}

    /** What came back with a mistake. */
    public record Typed(String area, String text) {
        public static final Typed NOTHING = new Typed("", "");
    }

    public List<Programme.Timed> steps() {
        return Programme.of(meeting.minutes());
    }

    public String at(String part) {
        return visit.at("/enheten/mote/" + meeting.id().value() + part);
    }

    public Qr qr() {
        return Qr.of(link);
    }

    /** The name of an area; its id where the instrument has it no more. */
    public String name(String id) {
        return areas.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> it.name().value())
                .orElse(id);
    }

    /** Areas of a group, in the order of the instrument. */
    public List<Area> in(Votes.Group group) {
        return votes.map(it -> areas.stream()
                        .filter(one -> it.group(one.id()) == group)
                        .toList())
                .orElse(List.of());
    }

    /** Areas that goals can be about: what many or some voted for, or any where there was no vote or it was scattered all over. */
    public List<Area> open() {
        return areas.stream().filter(it -> eligible(it.id())).toList();
    }

    /** Whether a goal may be about it: not declined, and not without votes where others have them. */
    public boolean eligible(String area) {
        boolean voted = votes.isEmpty()
                || votes.get().group(area) != Votes.Group.FEW
                || areas.stream().allMatch(it -> votes.get().group(it.id()) == Votes.Group.FEW);
        return voted && meeting.declined().filter(area::equals).isEmpty();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
