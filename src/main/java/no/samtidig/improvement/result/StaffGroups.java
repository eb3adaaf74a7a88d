package no.samtidig.improvement.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.survey.StaffGroup;

/**
 * Clinicians and milieu staff apart, where that tells of nobody. Both must have five, and outside of them must be nobody or five: what is
 * shown of all less what is shown of two groups would else tell what a few said. Means are shown where all of these have ten. Words are
 * shown only where no pair of words could tell, to somebody who knows the number for both groups together, that all of one group were of
 * one mind; that depends on that number alone, so that what is hidden tells nothing either.
 */
final class StaffGroups {
    private StaffGroups() {}

    /** Somebody's answer in an area, and what they work as where it may be told. */
    record Member(Optional<StaffGroup> group, PersonTopic here) {}

    static List<TopicResult.GroupResult> of(Topic topic, List<Member> said) {
        List<PersonTopic> clinicians = in(said, StaffGroup.CLINICIAN);
        List<PersonTopic> milieu = in(said, StaffGroup.MILIEU);
        int others = said.size() - clinicians.size() - milieu.size();
        int fewest = Math.min(clinicians.size(), milieu.size());
        if (fewest < GapResult.SHOWN || (others > 0 && others < GapResult.SHOWN)) {
            return List.of();
        }
        if (fewest < GapResult.COUNTED
                && !tellNothing(apart(clinicians) + apart(milieu), clinicians.size(), milieu.size())) {
            return List.of();
        }
        boolean shown = fewest >= GapResult.COUNTED && (others == 0 || others >= GapResult.COUNTED);
        Optional<Means> ofClinicians = shown ? Means.of(topic, clinicians) : Optional.empty();
        Optional<Means> ofMilieu = shown ? Means.of(topic, milieu) : Optional.empty();
        boolean both = ofClinicians.isPresent() && ofMilieu.isPresent();
        return List.of(
                result(StaffGroup.CLINICIAN, both ? ofClinicians : Optional.empty(), clinicians),
                result(StaffGroup.MILIEU, both ? ofMilieu : Optional.empty(), milieu));
    }

    private static List<PersonTopic> in(List<Member> said, StaffGroup group) {
        return said.stream()
                .filter(it -> it.group().filter(group::equals).isPresent())
                .map(Member::here)
                .toList();
    }

    private static int apart(List<PersonTopic> group) {
        return (int) group.stream().filter(PersonTopic::apart).count();
    }

    private static TopicResult.GroupResult result(StaffGroup group, Optional<Means> means, List<PersonTopic> said) {
        return new TopicResult.GroupResult(group, means, Share.of(apart(said), said.size()));
    }

    private record Words(Share one, Share other) {}

    /** What one pair of words leaves possible. */
    private record Left(boolean oneMind, boolean otherMind) {
        Left and(Left more) {
            return new Left(oneMind && more.oneMind, otherMind && more.otherMind);
        }
    }

    /** Whether, whatever the words for so many in two groups together are, either group may be of two minds. */
    static boolean tellNothing(int together, int one, int other) {
        if (together <= 1 || together >= one + other - 1) {
            return false; // of all, none and one are told alike, and so they are here
        }
        Map<Words, Left> left = new HashMap<>();
        for (int here = Math.max(0, together - other); here <= Math.min(one, together); here++) {
            int there = together - here;
            left.merge(
                    new Words(Share.of(here, one), Share.of(there, other)),
                    new Left(here == 0 || here == one, there == 0 || there == other),
                    Left::and);
        }
        return left.values().stream().noneMatch(it -> it.oneMind() || it.otherMind());
    }
}
