package no.samtidig.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What gives the right answers of a lesson away by their form, so that a learner can click without reading. Bounds, for each lesson:
 * the right option is the longest, the shortest, or in one place of the file in at most half of the questions with one right answer; in
 * at most one question a word (or a question mark) stands in all the right options and no wrong one, or (words only) the other way
 * round; right and wrong do not alternate; and at most a third of the explanations of wrong options turn on "Men". From the review of
 * Grunnmodul, F1 to F4.
 */
final class Tells {
    private static final Pattern MEN = Pattern.compile("(^|[.!?»:]\\s+)Men\\b");
    private static final List<Word> WORDS = List.of(
            new Word("takk", "\\btakk\\b"),
            new Word("i morgen", "\\bi morg[eo]n?\\b|\\bvent(e|er|ar)?\\b"),
            new Word("behandler", "behandl(er|ar)"),
            new Word("men", "\\bmen\\b"));

    private final Lesson lesson;
    private final List<String> found = new ArrayList<>();

    private Tells(Lesson lesson) {
        this.lesson = lesson;
    }

    private record Word(String name, Pattern pattern) {
        Word(String name, String pattern) {
            this(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    private record Question(String id, List<Block.Option> options) {
        List<Block.Option> right() {
            return options.stream().filter(Block.Option::correct).toList();
        }

        List<Block.Option> wrong() {
            return options.stream().filter(it -> !it.correct()).toList();
        }

        int rightLength() {
            return length(right().getFirst());
        }

        IntStream lengths() {
            return options.stream().mapToInt(Question::length);
        }

        int place() {
            return options.indexOf(right().getFirst());
        }

        boolean alternates() {
            return options.size() >= 4
                    && IntStream.range(1, options.size())
                            .allMatch(i -> options.get(i).correct()
                                    != options.get(i - 1).correct());
        }

        private static int length(Block.Option option) {
            return option.text().plain().length();
        }
    }

    /** Each in a sentence; none where the answers cannot be told from their form. */
    static List<String> of(Lesson lesson) {
        Tells tells = new Tells(lesson);
        List<Question> questions = lesson.steps().stream()
                .flatMap(it -> it.blocks().stream())
                .flatMap(Tells::question)
                .toList();
        tells.form(questions.stream().filter(it -> it.right().size() == 1).toList());
        tells.words(questions);
        tells.explanations(questions);
        return tells.found;
    }

    private static Stream<Question> question(Block block) {
        return switch (block) {
            case Block.SingleChoice it -> Stream.of(new Question(it.id(), it.options()));
            case Block.MultipleChoice it -> Stream.of(new Question(it.id(), it.options()));
            case Block.DutyCase it -> Stream.of(new Question(it.id(), it.options()));
            case Block _ -> Stream.of();
        };
    }

    private void form(List<Question> single) {
        long most = Math.max(1, (single.size() + 1) / 2);
        atMost(
                most,
                single,
                "the right option is the longest",
                it -> it.rightLength() == it.lengths().max().orElse(0));
        atMost(
                most,
                single,
                "the right option is the shortest",
                it -> it.rightLength() == it.lengths().min().orElse(0));
        if (single.size() >= 3) {
            for (int place :
                    single.stream().mapToInt(Question::place).distinct().toArray()) {
                atMost(most, single, "the right option stands as number " + (place + 1), it -> it.place() == place);
            }
        }
    }

    private void words(List<Question> questions) {
        atMost(0, questions, "right and wrong alternate", Question::alternates);
        atMost(1, questions, "a question mark stands in right options only", it -> only(it.right(), it.wrong(), "\\?"));
        for (Word word : WORDS) {
            String pattern = word.pattern().pattern();
            atMost(
                    1,
                    questions,
                    "«" + word.name() + "» stands in right options only",
                    it -> only(it.right(), it.wrong(), pattern));
            atMost(
                    1,
                    questions,
                    "«" + word.name() + "» stands in wrong options only",
                    it -> it.wrong().stream().anyMatch(has(pattern))
                            && it.right().stream().noneMatch(has(pattern)));
        }
    }

    private static boolean only(List<Block.Option> these, List<Block.Option> not, String pattern) {
        return these.stream().allMatch(has(pattern)) && not.stream().noneMatch(has(pattern));
    }

    private static Predicate<Block.Option> has(String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return it -> compiled.matcher(it.text().plain()).find();
    }

    private void explanations(List<Question> questions) {
        List<String> whys = questions.stream()
                .flatMap(it -> it.wrong().stream())
                .map(it -> it.why().plain())
                .toList();
        long men = whys.stream().filter(it -> MEN.matcher(it).find()).count();
        if (men * 3 > whys.size()) {
            found.add(lesson.slug() + "." + lesson.language().tag() + ": " + men + " of " + whys.size()
                    + " explanations of wrong options turn on «Men»");
        }
    }

    private void atMost(long most, List<Question> questions, String what, Predicate<Question> holds) {
        List<String> where = questions.stream().filter(holds).map(Question::id).toList();
        if (where.size() > most) {
            found.add(lesson.slug() + "." + lesson.language().tag() + ": " + what + " in " + where);
        }
    }
}
