package no.samtidig.improvement.web.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.meeting.Ending;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.improvement.meeting.Standing;
import no.samtidig.improvement.meeting.Votes;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.Share;
import no.samtidig.improvement.result.Tier;
import no.samtidig.improvement.result.Told;
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
 * @param cards that are sorted where too few answered
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
        List<CardsPage.Card> cards,
        String address,
        String link,
        Typed typed,
        Trouble trouble)
        implements Page {
    public StagePage {
        areas = List.copyOf(areas);
        given = List.copyOf(given);
        cards = List.copyOf(cards);
    }

    /** An area, by name. */
    public record Area(String id, LocalizedText.Text name) {}

    /**
     * What the meeting ends in.
     *
     * @param goals those that are alive
     * @param offers actions that stand ready for the areas talked about
     * @param owners who can own an action
     * @param talk the day of the next talk with the region; empty where none is planned
     * @param soon the day an action is proposed for
     */
    public record Work(
            List<Goal> goals,
            List<Offer> offers,
            List<Accounts.Colleague> owners,
            Optional<LocalDate> talk,
            LocalDate soon) {
        /** So many goals at most. */
        public static final int MOST = 3;

        public Work {
            goals = List.copyOf(goals);
            offers = List.copyOf(offers);
            owners = List.copyOf(owners);
        }

        /** Whether goals came of this very meeting. */
        public boolean chosen() {
            return goals.stream().anyMatch(Goal::fresh);
        }

        public boolean full() {
            return goals.size() >= MOST;
        }
    }

    /**
     * A goal and its area.
     *
     * @param fresh whether it came of this meeting
     * @param ready actions that stand ready in its area
     * @param planned what is done for it
     */
    public record Goal(
            String id,
            LocalizedText.Text area,
            String sentence,
            boolean fresh,
            List<Ready> ready,
            List<Planned> planned) {
        public Goal {
            ready = List.copyOf(ready);
            planned = List.copyOf(planned);
        }
    }

    /** Actions that stand ready in an area. */
    public record Offer(LocalizedText.Text area, List<Ready> actions) {
        public Offer {
            actions = List.copyOf(actions);
        }
    }

    /** An action that stands ready at a statement, and its sign of change. */
    public record Ready(String statement, LocalizedText.Text said, LocalizedText.Text text, LocalizedText.Text sign) {}

    /**
     * An action with its owner.
     *
     * @param owner by name; empty where it is everybody, or nobody any more
     */
    public record Planned(String words, Optional<String> owner, boolean everybody, LocalDate due, String sign) {}

    /** What came back with a mistake: the goal, or the action of one. */
    public record Typed(String area, String text, Plan plan) {
        public static final Typed NOTHING = new Typed("", "", Plan.NONE);

        public Typed(String area, String text) {
            this(area, text, Plan.NONE);
        }
    }

    /** An action as its form was sent; the goal is empty where none was. */
    public record Plan(String goal, String offer, String owner, String due) {
        public static final Plan NONE = new Plan("", "", "", "");

        /** The value of the choice that everybody owns it. */
        public static final String EVERYBODY = "alle";
    }

    /** Areas to choose among with one, two or three fingers: those that are marked, in words. */
    public List<LocalizedText.Text> fingers() {
        return sheet.marked().stream()
                .limit(Work.MOST)
                .map(ResultSheet.Line::name)
                .toList();
    }

    /** How the meeting can end now. */
    public List<Ending> endings() {
        if (work.chosen()) {
            return List.of(Ending.CHOSEN);
        }
        return work.goals().isEmpty()
                ? List.of(Ending.NONE, Ending.ABANDONED)
                : List.of(Ending.KEPT, Ending.NONE, Ending.ABANDONED);
    }

    /** Whether too few answered: then cards are sorted. */
    public boolean byCards() {
        return sheet.result().detail() == GapResult.Detail.CARDS;
    }

    /** Under which code the words of a step stand, by what there is to show. */
    public String words(Programme.Step step) {
        return step == Programme.Step.STRENGTHS && nothingSure()
                ? step.code() + ".none"
                : Programme.words(step, byCards());
    }

    /** Whether there is nothing to show of what the unit manages. */
    private boolean nothingSure() {
        return switch (sheet.result().detail()) {
            case CARDS -> false;
            case WORDS -> sheet.oftenDone().isEmpty();
            case NUMBERS ->
                sheet.strengths().isEmpty() && sheet.in(Tier.SMALLEST).isEmpty();
        };
    }

    /** Statements of an area that half or more say are done often. */
    public static List<ResultSheet.Said> often(ResultSheet.Line line) {
        return line.statements().stream()
                .filter(it -> switch (it.result().often()) {
                    case Told.Nothing _ -> false;
                    case Told.Word(var share) -> share == Share.MOST;
                    case Told.Count count -> 2 * count.count() >= count.of();
                })
                .toList();
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
