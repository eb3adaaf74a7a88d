package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.evidence.Claim;
import no.samtidig.platform.RichText;

/**
 * One piece of a lesson. The set is closed: a new kind is added here, in {@link BlockReader} and in
 * {@code learning/web/blocks.jte}; the compiler finds the other places that must answer for it.
 */
public sealed interface Block {
    /** The block's address in its lesson. */
    String id();

    /** Which wording it is. */
    ContentVersion version();

    /** Running text. */
    record Text(String id, ContentVersion version, RichText text) implements Block {}

    /**
     * A drawing of our own.
     *
     * @param drawing the SVG, coloured by classes
     * @param alt one sentence
     * @param description the long description
     */
    record Figure(
            String id, ContentVersion version, Drawing drawing, String alt, RichText caption, RichText description)
            implements Block {}

    record FactBox(String id, ContentVersion version, String title, RichText text) implements Block {}

    record Quote(String id, ContentVersion version, RichText text, String by, Optional<String> source)
            implements Block {}

    /**
     * A film with its transcript; without a file the poster and the transcript stand for it.
     *
     * @param minutes length
     * @param file name below {@code content/films/<module>/}, without ending; captions in the lesson's language lie beside it
     */
    record Film(
            String id,
            ContentVersion version,
            String title,
            int minutes,
            Optional<String> file,
            Optional<Drawing> poster,
            List<Line> transcript)
            implements Block {
        public Film {
            transcript = List.copyOf(transcript);
        }
    }

    /** What somebody says in a film. */
    record Line(String who, String line) {}

    /** A private note on a question: nobody else sees it. */
    record Reflection(String id, ContentVersion version, RichText question, Optional<RichText> help) implements Block {}

    /** Something with an answer that is right or wrong, and an explanation of every option. */
    sealed interface Question extends Block {
        RichText question();
    }

    /** A quiz item. */
    sealed interface Quiz extends Question {
        Aim aim();

        Optional<RichText> closing();
    }

    /** One answer is right. */
    record SingleChoice(
            String id,
            ContentVersion version,
            Aim aim,
            RichText question,
            List<Option> options,
            Optional<RichText> closing)
            implements Quiz {
        public SingleChoice {
            options = List.copyOf(options);
        }
    }

    /** Several may be right. */
    record MultipleChoice(
            String id,
            ContentVersion version,
            Aim aim,
            RichText question,
            List<Option> options,
            Optional<RichText> closing)
            implements Quiz {
        public MultipleChoice {
            options = List.copyOf(options);
        }
    }

    /** Items to put in order; given in the right order. */
    record Ordering(
            String id, ContentVersion version, Aim aim, RichText question, List<Item> items, Optional<RichText> closing)
            implements Quiz {
        public Ordering {
            items = List.copyOf(items);
        }
    }

    /** Pairs to match. */
    record Matching(
            String id, ContentVersion version, Aim aim, RichText question, List<Pair> pairs, Optional<RichText> closing)
            implements Quiz {
        public Matching {
            pairs = List.copyOf(pairs);
        }
    }

    record Option(RichText text, boolean correct, RichText why) {}

    record Item(RichText text, RichText why) {}

    record Pair(RichText left, RichText right, RichText why) {}

    /**
     * A made-up situation where one duty decides. Training, not legal advice.
     *
     * @param signed whether a lawyer answers for the ladder, and so for this
     */
    record DutyCase(
            String id,
            ContentVersion version,
            RichText situation,
            RichText question,
            List<Option> options,
            List<Law> law,
            boolean signed)
            implements Question {
        public DutyCase {
            options = List.copyOf(options);
            law = List.copyOf(law);
        }
    }

    /**
     * What the law says.
     *
     * @param checked when somebody last compared this with the source
     */
    record Law(String paragraph, RichText threshold, String who, String url, LocalDate checked) {}

    /** A made-up course of events that branches with the reader's choices. */
    record BranchingCase(
            String id,
            ContentVersion version,
            String title,
            Optional<String> notice,
            String start,
            Map<String, Scene> scenes)
            implements Block {
        public BranchingCase {
            scenes = Collections.unmodifiableMap(new LinkedHashMap<>(scenes));
        }
    }

    sealed interface Scene {
        RichText text();
    }

    record Fork(RichText text, List<Choice> choices) implements Scene {
        public Fork {
            choices = List.copyOf(choices);
        }
    }

    record Ending(String title, RichText text, RichText learned) implements Scene {}

    record Choice(RichText text, String to) {}

    /** Something to try on the next shift, asked about at the next visit. */
    record ShiftTask(String id, ContentVersion version, RichText task, RichText variant, RichText question)
            implements Block {}

    /** A script that a leader or colleague can lead. */
    record TeamExercise(
            String id,
            ContentVersion version,
            String title,
            int minutes,
            RichText purpose,
            Optional<RichText> bring,
            List<ScriptStep> script,
            RichText closing,
            RichText two)
            implements Block {
        public TeamExercise {
            script = List.copyOf(script);
        }
    }

    record ScriptStep(int minutes, RichText text) {}

    record ClaimCard(String id, ContentVersion version, Claim claim, Optional<RichText> note) implements Block {}

    /**
     * The ladder of rights and duties.
     *
     * @param note where this lesson stands on it
     */
    record LadderBlock(String id, ContentVersion version, Ladder ladder, RichText note) implements Block {}

    /** A text that other lessons show too. */
    record SheetBlock(String id, ContentVersion version, Sheet sheet, Optional<RichText> note) implements Block {}

    /**
     * A place for a real person's recorded voice.
     *
     * @param wanted whose voice is wanted here
     * @param voice what is recorded; empty until somebody has spoken
     */
    record VoiceSlot(String id, ContentVersion version, RichText wanted, Optional<Voice> voice) implements Block {}

    record Summary(String id, ContentVersion version, List<RichText> lines) implements Block {
        public Summary {
            lines = List.copyOf(lines);
        }
    }
}
