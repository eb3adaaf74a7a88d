package no.samtidig.learning.web;

import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.catalogue.Block;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;

/**
 * How much of an answer with several parts was right: what was missed is told, not only that something was.
 *
 * @param found how many of the right ones were chosen, or stand in their place
 * @param all how many right ones there are
 * @param wrong how many were chosen that are not right
 */
public record PartlyRight(Kind kind, int found, int all, int wrong) {
    /** What is told where not all is right. */
    public enum Kind implements Coded {
        /** Only right ones, but not all of them. */
        MISSED,
        /** All the right ones, and others. */
        EXTRA,
        BOTH,
        /** Of an order or a matching. */
        PLACES;

        /** The text; its arguments are found, all, wrong. */
        String key() {
            return "verdict.partly." + code();
        }

        /** The text with its numbers left open: a copy's browser fills them in. */
        public String open(View view) {
            return view.text(key(), "{0}", "{1}", "{2}");
        }
    }

    /** Of an answer where several may be right. */
    public static PartlyRight several(List<Block.Option> options, List<Integer> choice) {
        int all = (int) options.stream().filter(Block.Option::correct).count();
        int found =
                (int) choice.stream().filter(it -> options.get(it).correct()).count();
        int wrong = choice.size() - found;
        return new PartlyRight(wrong == 0 ? Kind.MISSED : found == all ? Kind.EXTRA : Kind.BOTH, found, all, wrong);
    }

    /** Of an order or a matching: how many stand where they belong. */
    public static PartlyRight places(List<Integer> choice) {
        int found = (int) IntStream.range(0, choice.size())
                .filter(i -> choice.get(i) == i)
                .count();
        return new PartlyRight(Kind.PLACES, found, choice.size(), choice.size() - found);
    }

    /** In words. */
    public String said(View view) {
        return view.text(kind.key(), found, all, wrong);
    }
}
