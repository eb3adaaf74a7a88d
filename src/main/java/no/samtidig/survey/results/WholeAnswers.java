package no.samtidig.survey.results;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.springframework.stereotype.Service;

/**
 * Whole answers, for the module that made a round at one unit and works out more than counts: how far apart two answers of the same person
 * are (ADR 0036). They are for working out, never for showing: what a page makes of them is of at least five.
 *
 * <p>Of a settled, anonymous round of a purpose, at a unit where at least {@link Round#FEWEST} answered; never of a general round. Each
 * group that can be told apart, by key and staff group, has none or at least as many, so whatever is added up or subtracted is of none or
 * of five.
 */
@Service
public class WholeAnswers {
    private final WholeAnswerStore store;
    private final SecureRandom random = new SecureRandom();

    WholeAnswers(WholeAnswerStore store) {
        this.store = store;
    }

    /**
     * What one person answered; nobody knows who.
     *
     * @param staffGroup where at least five who share it answered, and it may be told
     */
    public record Whole(Optional<StaffGroup> staffGroup, Answers answers) {}

    /**
     * The answers of a round at a unit, in an order that is drawn anew each time.
     *
     * @param purpose the round's; of another there is nothing
     * @param keys which answers are needed. What the person is, such as what one works as, is none of them
     * @return empty where there are too few, or it is not settled
     */
    public List<Whole> of(RoundId round, Purpose purpose, UnitPath unit, Predicate<String> keys) {
        if (purpose.equals(Purpose.GENERAL)) {
            throw new IllegalArgumentException("general rounds are told by their reports only");
        }
        List<Whole> all = new ArrayList<>(told(store.of(round, purpose, unit).stream()
                .map(it -> new Whole(it.staffGroup(), only(it.answers(), keys)))
                .toList()));
        Collections.shuffle(all, random);
        return List.copyOf(all);
    }

    private static Answers only(Answers answers, Predicate<String> keys) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        answers.values().forEach((key, values) -> {
            if (keys.test(key)) {
                kept.put(key, values);
            }
        });
        return new Answers(kept);
    }

    /** Takes out what fewer than five of a group answered: of each key and group, those of nobody's group being one, none or five remain. */
    static List<Whole> told(List<Whole> all) {
        if (all.size() < Round.FEWEST) {
            return List.of();
        }
        record Part(Optional<StaffGroup> group, String key) {}
        Map<Part, Integer> answered = new HashMap<>();
        all.forEach(it -> it.answers()
                .values()
                .keySet()
                .forEach(key -> answered.merge(new Part(it.staffGroup(), key), 1, Integer::sum)));
        Set<Part> few = new HashSet<>();
        answered.forEach((part, n) -> {
            if (n < Round.FEWEST) {
                few.add(part);
            }
        });
        return all.stream()
                .map(it -> new Whole(
                        it.staffGroup(), only(it.answers(), key -> !few.contains(new Part(it.staffGroup(), key)))))
                .toList();
    }
}
