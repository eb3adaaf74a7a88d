package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Answer;
import no.samtidig.learning.DailyExercise;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import org.jspecify.annotations.Nullable;

/**
 * One question of the day's exercise, asked again out of its lesson; after the answer with its explanations.
 *
 * @param place the question and where it comes from
 * @param exercise the reader's exercise today
 * @param metVersion the wording the reader last answered it in
 * @param underWay the order of an ordering the reader is working on; empty where none
 * @param trouble what was wrong with what was just sent; null where nothing was
 */
@StyleSheets({StyleSheets.PARTS, "learning.css", "lesson.css"})
public record ExercisePage(
        Place place,
        DailyExercise exercise,
        ContentVersion metVersion,
        List<Integer> underWay,
        StepPage.@Nullable Trouble trouble)
        implements Page, Asking {
    public ExercisePage {
        underWay = List.copyOf(underWay);
    }

    /**
     * A question where it stands.
     *
     * @param module the module
     * @param lesson the lesson, in the reader's language or the nearest
     * @param step the step it stands in
     * @param question the question
     */
    public record Place(KnowledgeModule module, Lesson lesson, Lesson.Step step, Block.Question question) {
        public BlockRef where() {
            return new BlockRef(module.slug(), lesson.slug(), question.id());
        }

        /** The question's own page in the exercise. */
        public String path() {
            return ExerciseController.PATH + "/" + module.slug() + "/" + lesson.slug() + "/" + question.id();
        }

        /** The question in its lesson. */
        public String inLesson() {
            return "/moduler/" + module.slug() + "/" + lesson.slug() + "/" + step.id() + "#" + question.id();
        }
    }

    @Override
    public int status() {
        return trouble == null ? 200 : trouble.kind().status();
    }

    /** Whether the question is answered. */
    public boolean answered() {
        return answer(place.question()) != null;
    }

    /** Which of today's questions this is, counted from one. */
    public int number() {
        return Math.max(1, exercise.answered().size() + (answered() ? 0 : 1));
    }

    @Override
    public String action(Block block) {
        return place.path() + "/svar";
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public @Nullable Answer answer(Block block) {
        Answer answer = exercise.answered().get(place.where());
        return answer == null || !answer.version().equals(block.version()) ? null : answer;
    }

    @Override
    public boolean answeredEarlierWording(Block block) {
        return !metVersion.equals(block.version());
    }

    @Override
    public StepPage.@Nullable Trouble troubleWith(Block block) {
        return trouble;
    }

    @Override
    public boolean asksHowSure() {
        return true;
    }

    /** Never as in the lesson, so that nobody answers from the place an option had there. */
    @Override
    public List<Integer> options(Block block, int size) {
        return Choices.mixed(size, seed(block));
    }

    @Override
    public List<Integer> order(Block.Ordering block) {
        return underWay.isEmpty() ? Choices.mixed(block.items().size(), seed(block)) : underWay;
    }

    @Override
    public List<Integer> rightSides(Block.Matching block) {
        return Choices.mixed(block.pairs().size(), seed(block));
    }

    /** The same all day, so that the options stand still between the question and its answer. */
    private long seed(Block block) {
        return exercise.day().toEpochDay() * 31 + block.version().value().hashCode();
    }
}
