package no.samtidig.improvement.result;

/** How many said something about one statement, as it may be told. */
public sealed interface Told {
    /** Fewer than five: nothing. */
    record Nothing() implements Told {}

    /** Five to nine. */
    record Word(Share share) implements Told {}

    /**
     * Ten or more. Those of which all but one or more said it are one case, as are those of which one or none did.
     *
     * @param count 1 to {@code of} − 1
     * @param end which way the number may be out by one
     * @param percent whether per cent may be told too
     */
    record Count(int count, int of, End end, boolean percent) implements Told {
        /** Of a hundred: a whole number. */
        public long percentOf() {
            return Math.round(100.0 * count / of);
        }
    }

    /** Whether a number is as it stands. */
    enum End {
        EXACT,
        AT_LEAST,
        AT_MOST
    }

    static Told of(int count, int of) {
        if (of < GapResult.SHOWN) {
            return new Nothing();
        }
        if (of < GapResult.COUNTED) {
            return new Word(Share.of(count, of));
        }
        boolean percent = of >= GapResult.PERCENT;
        if (count >= of - 1) {
            return new Count(of - 1, of, End.AT_LEAST, percent);
        }
        return count <= 1 ? new Count(1, of, End.AT_MOST, percent) : new Count(count, of, End.EXACT, percent);
    }
}
