package no.samtidig.learning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Answer;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.Marking;
import no.samtidig.learning.Note;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lesson with the reader's own work in it.
 *
 * @param module the lesson's module
 * @param progress the reader's, with the lesson
 * @param step the step shown
 * @param work what the reader has done in the lesson
 * @param trouble what was wrong with what was just sent; null where nothing was
 * @param heard the voices that may be heard today, by name
 * @param copy whether it is to be kept for use without network, and so carries what follows an answer
 */
@StyleSheets({StyleSheets.PARTS, "lesson.css"})
public record StepPage(
        KnowledgeModule module,
        LessonProgress progress,
        Lesson.Step step,
        Work work,
        @Nullable Trouble trouble,
        Set<String> heard,
        boolean copy)
        implements Page, Asking {
    public StepPage {
        heard = Set.copyOf(heard);
    }

    /**
     * The reader's own work in a lesson, by the blocks' addresses.
     *
     * @param answers latest answers
     * @param notes private notes
     * @param attempts tasks taken on
     * @param exercises team exercises done, and when
     * @param again a question the reader asked to answer again; empty where none
     * @param orders orders under way, not yet answered
     * @param mixing what the options are mixed by: another number for every reader
     */
    public record Work(
            Map<String, Answer> answers,
            Map<String, Note> notes,
            Map<String, Attempt> attempts,
            Map<String, LocalDate> exercises,
            String again,
            Map<String, List<Integer>> orders,
            long mixing) {
        public Work {
            answers = Map.copyOf(answers);
            notes = Map.copyOf(notes);
            attempts = Map.copyOf(attempts);
            exercises = Map.copyOf(exercises);
            orders = Map.copyOf(orders);
        }

        /** Nobody's. */
        public static final Work NONE = new Work(Map.of(), Map.of(), Map.of(), Map.of(), "", Map.of(), 0);
    }

    /**
     * What was wrong with what was just sent.
     *
     * @param block where
     * @param kind what
     * @param typed what the reader had written; given back
     * @param choice what the reader had chosen; given back
     * @param there what stands there now, where another tab was first
     */
    public record Trouble(
            String block,
            Kind kind,
            String typed,
            List<Integer> choice,
            @Nullable Note there) {
        public Trouble {
            choice = List.copyOf(choice);
        }

        /** The kinds; each has a text under {@code trouble.<name>}. */
        public enum Kind implements Coded {
            INCOMPLETE(422),
            CHANGED(409),
            TOO_LONG(422),
            ELSEWHERE(409);

            private final int status;

            Kind(int status) {
                this.status = status;
            }

            /** The HTTP status of the page that tells of it. */
            public int status() {
                return status;
            }

            public String key() {
                return "trouble." + code();
            }
        }
    }

    /** The same, kept for use without network. */
    StepPage asCopy() {
        return new StepPage(module, progress, step, work, trouble, heard, true);
    }

    @Override
    public int status() {
        return trouble == null ? 200 : trouble.kind().status;
    }

    public Lesson lesson() {
        return progress.lesson();
    }

    public String lessonPath() {
        return "/moduler/" + module.slug() + "/" + lesson().slug();
    }

    @Override
    public String path() {
        return lessonPath() + "/" + step.id();
    }

    public int number() {
        return lesson().steps().indexOf(step) + 1;
    }

    public Optional<Lesson.Step> before() {
        return lesson().before(step);
    }

    public Optional<Lesson.Step> after() {
        return lesson().after(step);
    }

    /** What the leader sees is told once a page, for each kind of activity in the step: {@code leader-sees.<kind>}. */
    public List<String> activities() {
        return Stream.concat(
                        step.blocks().stream().map(StepPage::activity).flatMap(Optional::stream), Stream.of("lesson"))
                .distinct()
                .toList();
    }

    private static Optional<String> activity(Block block) {
        return switch (block) {
            case Block.Question _ -> Optional.of("question");
            case Block.Reflection _ -> Optional.of("note");
            case Block.BranchingCase _ -> Optional.of("case");
            case Block.ShiftTask _ -> Optional.of("try");
            case Block.TeamExercise _ -> Optional.of("team");
            case Block.Text _,
                    Block.Figure _,
                    Block.FactBox _,
                    Block.Quote _,
                    Block.Film _,
                    Block.ClaimCard _,
                    Block.LadderBlock _,
                    Block.SheetBlock _,
                    Block.VoiceSlot _,
                    Block.Summary _ -> Optional.empty();
        };
    }

    @Override
    public String action(Block block) {
        return lessonPath() + "/blokk/" + block.id() + "/svar";
    }

    /** Mixed for every reader and attempt; the same before and after the answer, and in a copy. */
    @Override
    public List<Integer> options(Block block, int size) {
        Answer given = answer(block);
        if (given != null && given.shown().size() == size) {
            return given.shown();
        }
        Answer latest = work.answers().get(block.id());
        int before = latest == null || !latest.version().equals(block.version()) ? 0 : latest.number();
        int attempt = given == null ? before : before - 1;
        return Choices.shuffled(
                size, work.mixing() ^ ((long) block.version().value().hashCode() << 16) + attempt);
    }

    @Override
    public @Nullable Trouble troubleWith(Block block) {
        return trouble != null && trouble.block().equals(block.id()) ? trouble : null;
    }

    @Override
    public @Nullable Answer answer(Block block) {
        Answer answer = work.answers().get(block.id());
        boolean hidden =
                work.again().equals(block.id()) || work.orders().containsKey(block.id()) || troubleWith(block) != null;
        return answer == null || hidden || !answer.version().equals(block.version()) ? null : answer;
    }

    @Override
    public boolean answeredEarlierWording(Block block) {
        Answer answer = work.answers().get(block.id());
        return answer != null && !answer.version().equals(block.version());
    }

    public @Nullable Note note(Block block) {
        return work.notes().get(block.id());
    }

    public @Nullable Attempt attempt(Block block) {
        return work.attempts().get(block.id());
    }

    public @Nullable LocalDate exerciseDone(Block block) {
        return work.exercises().get(block.id());
    }

    @Override
    public List<Integer> order(Block.Ordering block) {
        List<Integer> own = work.orders().get(block.id());
        return own != null ? own : mixed(block, block.items().size());
    }

    @Override
    public List<Integer> rightSides(Block.Matching block) {
        return mixed(block, block.pairs().size());
    }

    private static List<Integer> mixed(Block block, int size) {
        return Choices.mixed(size, block.version().value().hashCode());
    }

    /** The way the reader has taken through a branching case. */
    public List<Integer> way(Block.BranchingCase block) {
        Answer answer = work.answers().get(block.id());
        return answer == null || !answer.version().equals(block.version()) ? List.of() : answer.choice();
    }

    /** The scene the reader has come to. */
    public Block.Scene scene(Block.BranchingCase block) {
        return Marking.scene(block, way(block)).orElseThrow();
    }

    /** The scenes passed through on the way, with what was chosen in each. */
    public List<Passed> trail(Block.BranchingCase block) {
        List<Passed> trail = new ArrayList<>();
        List<Integer> way = way(block);
        for (int i = 0; i < way.size(); i++) {
            if (Marking.scene(block, way.subList(0, i)).orElseThrow() instanceof Block.Fork fork) {
                trail.add(new Passed(fork, fork.choices().get(way.get(i))));
            }
        }
        return trail;
    }

    /** A scene passed through, and the choice made in it. */
    public record Passed(Block.Fork scene, Block.Choice choice) {}

    /** Comma-joined, as forms send it. */
    public static String joined(List<Integer> choice) {
        return String.join(",", choice.stream().map(String::valueOf).toList());
    }
}
