package no.samtidig.survey.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;

/**
 * What a round showed, as far as this reader may see it: the one source of the page, the tables, the files and the paper.
 *
 * @param round which
 * @param other another round of the same questionnaire, to lay beside it
 * @param place whom it is about
 * @param division what it is divided by
 * @param total everybody at the place, in the round
 * @param groups what is shown, in a fixed order: everybody first, then the parts; each followed by the same of the other round
 * @param whole whether the reader's places are all that was asked, so that free texts may be read
 * @param words free texts by key, in no order; empty unless {@code whole}
 * @param withdrawn how many of all the round's invitations were taken back, answered before or not; 0 unless {@code whole}
 */
public record Report(
        Round round,
        Optional<Round> other,
        NamedPlace place,
        Division division,
        Group total,
        List<Group> groups,
        Map<GroupKey, Map<String, Tally>> tallies,
        boolean whole,
        Map<String, Words> words,
        int withdrawn) {
    public Report {
        groups = List.copyOf(groups);
        tallies = Map.copyOf(tallies);
        words = Map.copyOf(words);
    }

    /**
     * A group as the views call it.
     *
     * @param splitKind {@code all}, {@code staff-group} or {@code level}
     * @param split a code; empty for all
     */
    public record GroupKey(RoundId round, Place place, String splitKind, String split) {
        /** The same group of another round. */
        GroupKey in(RoundId other) {
            return new GroupKey(other, place, splitKind, split);
        }
    }

    /** What the views, and the files in codes, call a place: its kind. */
    public static String kind(Place place) {
        return switch (place) {
            case Place.Country _ -> "country";
            case Place.Region it -> it.layer().code();
            case Place.Owner _ -> "owner";
            case Place.Unit _ -> "unit";
        };
    }

    /** And its code within the kind: nothing for the country, a region's own name. */
    public static String code(Place place) {
        return switch (place) {
            case Place.Country _ -> "";
            case Place.Region it -> it.name();
            case Place.Owner _, Place.Unit _ -> place.code();
        };
    }

    /**
     * Some of those who were asked.
     *
     * @param name of a region; else empty
     * @param n answers that are counted for it; empty where they are too few to show. Answers that would give somebody away are counted
     *     in larger groups only, so it is not how many answered
     * @param invited how many were asked
     * @param answered how many answered, as far as it may be told
     */
    public record Group(GroupKey key, String name, OptionalInt n, int invited, Answered answered) {
        /** Whether nothing can be shown: fewer than five answers that may be told of here. */
        public boolean tooFew() {
            return n.isEmpty();
        }
    }

    /**
     * Free texts to a question.
     *
     * @param count how many there are
     * @param some of them, or all
     */
    public record Words(int count, List<String> some) {
        public Words {
            some = List.copyOf(some);
        }
    }

    /** Whether results are given at all yet: after the last answers are let out, or in steps where the round says so. */
    public boolean ready() {
        return ready(round);
    }

    /** Whether all answers are in and let out. */
    public boolean settled() {
        return round.state() == Round.State.SETTLED;
    }

    static boolean ready(Round round) {
        return switch (round.state()) {
            case SETTLED -> true;
            case OPEN -> round.underway();
            case DRAFT, CLOSED -> false;
        };
    }

    /** How a group answered; empty where fewer than five answered it, or nobody. */
    public Optional<Tally> tally(Group group, String key) {
        return Optional.ofNullable(tallies.getOrDefault(group.key(), Map.of()).get(key));
    }

    /** Whether the group is of the other round. */
    public boolean ofOther(Group group) {
        return !group.key().round().equals(round.id());
    }

    /** The same group in the other round, where one is laid beside. */
    public Optional<Group> counterpart(Group group) {
        return other.flatMap(it -> groups.stream()
                .filter(at -> at.key().equals(group.key().in(it.id())))
                .findFirst());
    }

    /** The groups that a question can be shown for: without the other round where it did not ask the same. */
    public List<Group> groups(String key) {
        return comparable(key)
                ? groups
                : groups.stream().filter(it -> !ofOther(it)).toList();
    }

    /** Whether the other round asked exactly the same: in the same words, with the same answers, of the same people. */
    public boolean comparable(String key) {
        return other.map(it -> same(question(round.questionnaire(), key), question(it.questionnaire(), key), key))
                .orElse(false);
    }

    private static Optional<Item.Question> question(Questionnaire questionnaire, String key) {
        return questionnaire.questions().stream()
                .filter(it -> it.keys().contains(key))
                .findFirst();
    }

    private static boolean same(Optional<Item.Question> one, Optional<Item.Question> two, String key) {
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        if (one.get() instanceof Item.LikertGrid a && two.get() instanceof Item.LikertGrid b) {
            return a.text().equals(b.text())
                    && a.points().equals(b.points())
                    && a.unsure() == b.unsure()
                    && a.shown().equals(b.shown())
                    && a.row(key).map(Item.Row::text).equals(b.row(key).map(Item.Row::text));
        }
        return one.equals(two);
    }
}
