package no.samtidig.learning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Receipts.Kind;
import no.samtidig.learning.Receipts.Receipt;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.Page;

/**
 * One's own answers: what waits on the device (filled in by the browser), and what has been received.
 *
 * @param received newest first
 */
public record AnswersPage(List<Entry> received) implements Page {
    public AnswersPage {
        received = List.copyOf(received);
    }

    /** What was received, by the day it came, the newest day first. */
    public Map<LocalDate, List<Entry>> days() {
        return received.stream().collect(Collectors.groupingBy(Entry::day, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * A receipt with what it is for.
     *
     * @param receipt what was received
     * @param lesson the lesson as it is now
     * @param step the step that holds the block now
     * @param block the block as it is now
     */
    public record Entry(Receipt receipt, Lesson lesson, Lesson.Step step, Block block) {
        /** Nothing where the content has been taken out since. */
        static Optional<Entry> of(Receipt receipt, KnowledgeModules modules, Language language) {
            return modules.module(receipt.where().module())
                    .flatMap(it -> it.lesson(receipt.where().lesson(), language))
                    .flatMap(lesson -> lesson.block(receipt.where().block())
                            .map(it -> new Entry(receipt, lesson, it.step(), it.block())));
        }

        public boolean isNote() {
            return receipt.kind() == Kind.NOTE;
        }

        public String path() {
            return "/moduler/" + receipt.where().module() + "/" + lesson.slug() + "/" + step.id() + "#" + block.id();
        }

        /** The question, or the title of a case. */
        public String about() {
            return switch (block) {
                case Block.Question it -> it.question().plain();
                case Block.BranchingCase it -> it.title();
                case Block.Reflection it -> it.question().plain();
                case Block.Text _,
                        Block.Figure _,
                        Block.FactBox _,
                        Block.Quote _,
                        Block.Film _,
                        Block.ShiftTask _,
                        Block.TeamExercise _,
                        Block.ClaimCard _,
                        Block.SheetBlock _,
                        Block.LadderBlock _,
                        Block.VoiceSlot _,
                        Block.Summary _ -> step.title();
            };
        }

        LocalDate day() {
            return there().toLocalDate();
        }

        public LocalTime time() {
            return there().toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        }

        private ZonedDateTime there() {
            return receipt.at().atZoneSameInstant(Norway.ZONE);
        }
    }
}
