package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Answer;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import org.jspecify.annotations.Nullable;

/**
 * One real step for whoever is not signed in: its text and its first question. The choice stands in the address, and nothing is kept.
 *
 * @param from the step, and the question in it
 * @param chosen the option chosen, by its place in the question; null where none is
 * @param unanswered whether the form was sent without a choice
 */
@StyleSheets({StyleSheets.PARTS, "lesson.css"})
public record TastePage(Taste from, @Nullable Integer chosen, boolean unanswered) implements Page, Asking {
    /** Where it stands. */
    public static final String PATH = "/prov";

    /**
     * A step with a question that has one right answer.
     *
     * @param module the module
     * @param lesson the lesson, in the reader's language or the nearest
     * @param step the step
     * @param question its first such question
     */
    public record Taste(KnowledgeModule module, Lesson lesson, Lesson.Step step, Block.SingleChoice question) {
        /** The first in the modules; empty where no finished module has one. */
        static Optional<Taste> first(List<KnowledgeModule> modules, Language language) {
            for (KnowledgeModule module : modules) {
                for (Lesson lesson : module.finished() ? module.lessons(language) : List.<Lesson>of()) {
                    for (Lesson.Step step : lesson.steps()) {
                        for (Block block : step.blocks()) {
                            if (block instanceof Block.SingleChoice question) {
                                return Optional.of(new Taste(module, lesson, step, question));
                            }
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public int status() {
        return unanswered ? 422 : 200;
    }

    @Override
    public String action(Block block) {
        return PATH;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public @Nullable Answer answer(Block block) {
        return null;
    }

    @Override
    public boolean answeredEarlierWording(Block block) {
        return false;
    }

    @Override
    public StepPage.@Nullable Trouble troubleWith(Block block) {
        return null;
    }

    @Override
    public List<Integer> options(Block block, int size) {
        return Choices.mixed(size, block.version().value().hashCode());
    }

    @Override
    public List<Integer> order(Block.Ordering block) {
        return Asking.unmixed(block.items().size());
    }

    @Override
    public List<Integer> rightSides(Block.Matching block) {
        return Asking.unmixed(block.pairs().size());
    }

    @Override
    public boolean chose(Block block, int option) {
        return chosen != null && chosen == option;
    }
}
