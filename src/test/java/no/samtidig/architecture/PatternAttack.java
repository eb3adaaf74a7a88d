package no.samtidig.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a regular expression against texts that are one piece again and again, and counts how often it reads a letter. Twice the text may
 * cost twice the work, not four times. Nothing is measured in time, so that it finds the same on every machine.
 */
final class PatternAttack {
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");

    /** Longer than any counted repetition of ours. */
    private static final int LENGTH = 320;

    /** Twice the text is two times the work where it grows in step with it, and four where it grows as its square. */
    private static final double GROWTH = 2.8;

    /** Below so many readings for each letter there is nothing to fear. */
    private static final int CHEAP = 40;

    private static final int DEEP = 40_000;

    private static final List<String> USUAL = List.of(
            "a", "A", "0", " ", "\n", "\t", "-", ".", ",", "/", ">", "<", "_", ":", "@", "å", "\u0301", "(", "\"", "|");

    private static final Pattern WORD = Pattern.compile("[a-zæøåé/]{2,}+");

    private final Patterns.Found found;
    private final Pattern pattern;
    private final List<String> signs;
    private final List<String> pieces;

    PatternAttack(Patterns.Found found) {
        this.found = found;
        String expression = found.expression().orElseThrow();
        this.pattern = Pattern.compile(expression, found.flags());
        Set<String> all = new LinkedHashSet<>(USUAL);
        expression
                .codePoints()
                .filter(it -> !Character.isLetterOrDigit(it))
                .forEach(it -> all.add(Character.toString(it)));
        this.signs = List.copyOf(all);
        expression.codePoints().forEach(it -> all.add(Character.toString(it)));
        WORD.matcher(expression).results().forEach(it -> all.add(it.group()));
        this.pieces = List.copyOf(all);
    }

    /** What it falls to: the piece that was repeated, and how; empty where it holds. */
    Optional<String> weakness() {
        Optional<String> growing = shapes().flatMap(it -> growth(it).stream()).findFirst();
        return growing.isPresent() ? growing : overflow();
    }

    /** What stands before, what is repeated, and what stands after. */
    private record Shape(String before, String piece, String after) {
        String text(int length) {
            return before + piece.repeat(Math.max(1, length / piece.length())) + after;
        }

        @Override
        public String toString() {
            return "'" + before + "' + '" + piece + "' again and again + '" + after + "'";
        }
    }

    private Stream<Shape> shapes() {
        Stream<Shape> alone = pieces.stream()
                .flatMap(piece -> Stream.concat(Stream.of(""), pieces.stream().limit(60))
                        .flatMap(before -> Stream.of("", "\u0001", "a").map(after -> new Shape(before, piece, after))));
        return Stream.concat(alone, pairs());
    }

    private Stream<Shape> pairs() {
        Stream<String> two = signs.stream().flatMap(a -> signs.stream().map(b -> a + b));
        Stream<String> words = pieces.stream()
                .filter(it -> it.length() > 1)
                .flatMap(it -> Stream.of(it + " ", it + ".", "a " + it + " "));
        return Stream.concat(two, words).flatMap(it -> Stream.of("", "\u0001").map(after -> new Shape("", it, after)));
    }

    private Optional<String> growth(Shape shape) {
        try {
            long twice = work(shape.text(2 * LENGTH));
            if (twice <= (long) CHEAP * 2 * LENGTH) {
                return Optional.empty(); // as nearly all do: how it grew need not be known
            }
            long once = work(shape.text(LENGTH));
            return twice > GROWTH * once
                    ? Optional.of("%s: %d readings for %d letters, %d for twice as many"
                            .formatted(shape, once, LENGTH, twice))
                    : Optional.empty();
        } catch (TooMuch _) {
            return Optional.of(shape + ": no end");
        }
    }

    private long work(String text) {
        Counted counted = new Counted(text);
        Matcher matcher = pattern.matcher(counted);
        if (found.whole()) {
            matcher.matches();
        } else {
            while (matcher.find()) {
                // goes on, as replacing and splitting do
            }
        }
        return counted.readings;
    }

    /** A repeated group reads deeper and deeper into the stack, unless it never goes back. */
    private Optional<String> overflow() {
        if (!REPEATED_GROUP.matcher(pattern.pattern()).find()) {
            return Optional.empty();
        }
        List<String> fallen = new ArrayList<>();
        Thread shallow = new Thread(
                null,
                () -> pairsAndPieces().flatMap(it -> deep(it).stream()).limit(1).forEach(fallen::add),
                "shallow",
                512 * 1024);
        shallow.start();
        try {
            shallow.join();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return fallen.stream().findFirst();
    }

    private Stream<Shape> pairsAndPieces() {
        return Stream.concat(pieces.stream().map(it -> new Shape("", it, "")), pairs());
    }

    private Optional<String> deep(Shape shape) {
        try {
            work(shape.text(DEEP));
            return Optional.empty();
        } catch (StackOverflowError _) {
            return Optional.of(shape + ": overflows the stack");
        } catch (TooMuch _) {
            return Optional.of(shape + ": no end");
        }
    }

    /** Reading it again went beyond all measure. */
    private static final class TooMuch extends RuntimeException {}

    private static final class Counted implements CharSequence {
        private final String text;
        private long readings;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            readings++;
            if (readings > 5_000L * (text.length() + 1_000)) {
                throw new TooMuch();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
