package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.RichText;

/**
 * One lesson in one language.
 *
 * @param slug its address
 * @param language what it is written in
 * @param title heading
 * @param lead one sentence on what it is for
 * @param minutes what it takes alone, measured by {@link Pace}; an exercise for several people comes besides, see {@link #together()}
 * @param professions whom it is written for
 * @param aims which of the four aims it serves
 * @param demands what it covers of the five demands
 * @param notice shown before it starts, where it tells of violence or suicide
 * @param goals what the reader can do afterwards
 * @param unknown what is not known, in plain words
 * @param sources guidelines and laws
 * @param steps what the reader goes through, in order
 * @param version the hash of all of it
 */
public record Lesson(
        String slug,
        Language language,
        String title,
        String lead,
        int minutes,
        Set<Profession> professions,
        Set<Aim> aims,
        Map<Demand, Set<String>> demands,
        Optional<String> notice,
        List<Goal> goals,
        List<RichText> unknown,
        List<Source> sources,
        List<Step> steps,
        ContentVersion version) {
    public Lesson {
        professions = Collections.unmodifiableSet(new LinkedHashSet<>(professions));
        aims = Collections.unmodifiableSet(new LinkedHashSet<>(aims));
        demands = Collections.unmodifiableMap(new LinkedHashMap<>(demands));
        goals = List.copyOf(goals);
        unknown = List.copyOf(unknown);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
    }

    /** Something the reader can do afterwards; completes "Etterpå kan du …". */
    public record Goal(RichText text, Aim aim) {}

    /**
     * A guideline or a law.
     *
     * @param checked when somebody last looked
     */
    public record Source(String title, String url, LocalDate checked) {}

    /**
     * What is seen at once.
     *
     * @param id its address in the lesson
     * @param minutes what it takes alone, at least one
     * @param together minutes for the exercise with others in it; zero where there is none
     */
    public record Step(String id, String title, int minutes, int together, List<Block> blocks) {
        public Step {
            blocks = List.copyOf(blocks);
        }

        Step timedAs(Step other) {
            return new Step(id, title, other.minutes(), other.together(), blocks);
        }

        /** Whether every part is among these addresses; asked often, so it works out no versions. */
        public boolean doneIn(Set<String> addresses) {
            return addresses.contains(id)
                    && blocks.stream().allMatch(it -> it instanceof Block.Text || addresses.contains(it.id()));
        }

        /** Addresses that count as read when the step is done: the step's own, for its running text, and each directive's. */
        public List<Part> parts() {
            Part own = new Part(
                    id,
                    ContentVersion.ofAll(blocks.stream()
                            .filter(Block.Text.class::isInstance)
                            .map(Block::version)
                            .toList()));
            return Stream.concat(
                            Stream.of(own),
                            blocks.stream()
                                    .filter(it -> !(it instanceof Block.Text))
                                    .map(it -> new Part(it.id(), it.version())))
                    .toList();
        }
    }

    /** A part of a step that progress is kept for, in its present wording. */
    public record Part(String id, ContentVersion version) {}

    public Optional<Step> step(String id) {
        return steps.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Minutes for the exercises that are done with others; zero where there are none. */
    public int together() {
        return steps.stream().mapToInt(Step::together).sum();
    }

    /** The block with this address and the step it stands in. */
    public Optional<Placed> block(String id) {
        return steps.stream()
                .flatMap(step -> step.blocks().stream().map(block -> new Placed(step, block)))
                .filter(it -> it.block().id().equals(id))
                .findFirst();
    }

    /** A block in its step. */
    public record Placed(Step step, Block block) {}

    /** The step after this one; empty after the last. */
    public Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /** The step before this one; empty before the first. */
    public Optional<Step> before(Step step) {
        int previous = steps.indexOf(step) - 1;
        return previous >= 0 ? Optional.of(steps.get(previous)) : Optional.empty();
    }
}
