package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.List;

/**
 * The intervals a number is told in: a number of its own could be one person's. At most ten of them, all of the same width (1, 2, 5, 10,
 * 20, 50 …), so that they are the same in every round.
 */
public record Bins(int least, int most, int width) {
    private static final int MOST_BINS = 10;

    public static Bins of(Item.NumberQuestion question) {
        long span = (long) question.most() - question.least() + 1;
        long width = 1;
        for (int step = 0; span > width * MOST_BINS; step++) {
            width = step % 3 == 1 ? width / 2 * 5 : width * 2;
        }
        return new Bins(question.least(), question.most(), (int) width);
    }

    /** The interval a number lies in, as {@code 10..14}; a single number where the width is one. */
    public String of(int number) {
        int from = least + (number - least) / width * width;
        return name(from);
    }

    /** All of them, from below. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (int from = least; from <= most; from += width) {
            all.add(name(from));
        }
        return all;
    }

    private String name(int from) {
        int to = Math.min(most, from + width - 1);
        return from == to ? String.valueOf(from) : from + ".." + to;
    }
}
