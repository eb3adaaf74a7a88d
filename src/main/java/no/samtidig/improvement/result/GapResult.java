package no.samtidig.improvement.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.platform.code.Coded;

/**
 * What a GAP round showed: only what may be shown, so that whoever draws it cannot tell too much.
 *
 * @param answered how many answered
 * @param open whether the areas can be told apart; never of fewer than ten
 * @param topics in the order of the instrument; empty of fewer than five
 */
public record GapResult(int answered, boolean open, List<TopicResult> topics) {
    /** Of fewer nothing is shown: the meeting uses cards. */
    public static final int SHOWN = 5;

    /** Of fewer only words are shown: no number, no tier. */
    public static final int COUNTED = 10;

    /** From so many on per cent are shown too. */
    public static final int PERCENT = 20;

    /** So many areas at most are marked where only words are shown. */
    public static final int MARKED = 3;

    private static final int LEAST_AREAS = 6;
    private static final int OFTEN = 3;
    private static final double STRONG = 3.0;
    private static final double SURELY = 2.5;

    /** Below this mean of 0 to 10 an exercise is offered: a proposal of the programme, to be tried with units. */
    private static final double UNSURE_OF_ONESELF = 6.0;

    public GapResult {
        topics = List.copyOf(topics);
    }

    /** In which way a result can be told. */
    public enum Detail implements Coded {
        /** Fewer than five. */
        CARDS,
        /** Five to nine. */
        WORDS,
        /** Ten or more. */
        NUMBERS
    }

    public Detail detail() {
        return answered < SHOWN ? Detail.CARDS : answered < COUNTED ? Detail.WORDS : Detail.NUMBERS;
    }

    /** What the answers show. */
    public static GapResult of(List<GapAnswer> answers, List<Topic.Area> areas) {
        if (answers.size() < SHOWN) {
            return new GapResult(answers.size(), false, List.of());
        }
        List<Topic> topics = Topic.of(areas, answers);
        Map<Topic, List<Said>> said = new LinkedHashMap<>();
        topics.forEach(it -> said.put(it, said(answers, it)));
        Tiers tiers = answers.size() < COUNTED ? new Tiers(false, Map.of()) : tiers(answers, topics);
        List<TopicResult> results = topics.stream()
                .map(it -> result(it, answers, said.getOrDefault(it, List.of()), tiers))
                .toList();
        return new GapResult(answers.size(), tiers.open(), answers.size() < COUNTED ? mark(results, said) : results);
    }

    /** What one answer says about a topic. */
    private record Said(GapAnswer answer, PersonTopic here) {}

    private static List<Said> said(List<GapAnswer> answers, Topic topic) {
        return answers.stream()
                .flatMap(it -> PersonTopic.of(it, topic).map(here -> new Said(it, here)).stream())
                .toList();
    }

    private static Tiers tiers(List<GapAnswer> answers, List<Topic> topics) {
        List<Map<String, Double>> people = new ArrayList<>();
        for (GapAnswer answer : answers) {
            Map<String, Double> gaps = new LinkedHashMap<>();
            topics.forEach(it -> PersonTopic.of(answer, it).ifPresent(here -> gaps.put(it.id(), here.gap())));
            people.add(gaps);
        }
        return Tiers.of(people, topics.stream().map(Topic::id).toList(), LEAST_AREAS);
    }

    private static TopicResult result(Topic topic, List<GapAnswer> answers, List<Said> said, Tiers tiers) {
        return new TopicResult(
                topic,
                Means.of(topic, said.stream().map(Said::here).toList()),
                Optional.ofNullable(tiers.of().get(topic.id())),
                strength(said),
                false,
                exercise(answers, topic.area()),
                StaffGroups.of(
                        topic,
                        said.stream()
                                .map(it -> new StaffGroups.Member(it.answer().group(), it.here()))
                                .toList()),
                topic.statements().stream().map(it -> statement(it, answers)).toList());
    }

    private static boolean strength(List<Said> said) {
        return Average.of(said.stream().map(it -> it.here().practice()).toList())
                .filter(it -> it.value() >= STRONG && it.low() >= SURELY)
                .isPresent();
    }

    private static boolean exercise(List<GapAnswer> answers, String area) {
        List<Integer> sure = answers.stream()
                .map(it -> it.confidence().get(area))
                .filter(Objects::nonNull)
                .toList();
        return sure.size() >= COUNTED
                && sure.stream().mapToInt(it -> it).average().orElse(10) < UNSURE_OF_ONESELF;
    }

    private static StatementResult statement(String id, List<GapAnswer> answers) {
        int asked = count(answers.stream().map(GapAnswer::asked).toList(), id);
        int unsure = count(answers.stream().map(GapAnswer::unsure).toList(), id);
        return new StatementResult(
                id,
                told(answers.stream()
                        .map(it -> it.practice().get(id))
                        .filter(Objects::nonNull)
                        .toList()),
                told(answers.stream()
                        .map(it -> it.importance().get(id))
                        .filter(Objects::nonNull)
                        .toList()),
                asked >= SHOWN && 3 * unsure >= asked);
    }

    private static int count(List<Set<String>> sets, String id) {
        return (int) sets.stream().filter(it -> it.contains(id)).count();
    }

    private static Told told(List<Integer> values) {
        return Told.of((int) values.stream().filter(it -> it >= OFTEN).count(), values.size());
    }

    /**
     * Marks at most three areas in which most have a gap of one step or more. Which three, where there are more, follows from what is told
     * of their statements, so that what is not marked tells nothing.
     */
    private static List<TopicResult> mark(List<TopicResult> results, Map<Topic, List<Said>> said) {
        Set<Topic> marked = results.stream()
                .filter(it -> mostApart(said.getOrDefault(it.topic(), List.of())))
                .sorted(Comparator.comparingLong(TopicResult::wished).reversed())
                .limit(MARKED)
                .map(TopicResult::topic)
                .collect(Collectors.toSet());
        return results.stream()
                .map(it -> it.marked(marked.contains(it.topic())))
                .toList();
    }

    private static boolean mostApart(List<Said> said) {
        int apart = (int) said.stream().filter(it -> it.here().apart()).count();
        return said.size() >= SHOWN && Share.of(apart, said.size()) == Share.MOST;
    }

    /** Areas in a tier, in the order of the instrument. */
    public List<TopicResult> in(Tier tier) {
        return topics.stream()
                .filter(it -> it.tier().filter(tier::equals).isPresent())
                .toList();
    }

    public List<TopicResult> strengths() {
        return topics.stream().filter(TopicResult::strength).toList();
    }

    /** Of five to nine: statements that most say they do often. */
    public List<StatementResult> oftenDone() {
        return statements().stream()
                .filter(it -> it.often().equals(new Told.Word(Share.MOST)))
                .toList();
    }

    public List<TopicResult> marked() {
        return topics.stream().filter(TopicResult::marked).toList();
    }

    /** Statements of which many do not know how the unit does it. */
    public List<StatementResult> unsure() {
        return statements().stream().filter(StatementResult::unsure).toList();
    }

    private List<StatementResult> statements() {
        return topics.stream().flatMap(it -> it.statements().stream()).toList();
    }
}
