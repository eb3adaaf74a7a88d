package no.samtidig.platform;

/**
 * How long a text may be, by what it is for, in characters as Java counts them. What is longer is refused with a sentence before anything
 * else reads it, so that no reader of ours has to be fast on a text without end.
 */
public enum TextLimit {
    /** Of a person, a unit, a round. */
    NAME(80),
    /** A title, an alternative, a statement, a heading: what stands on one line. */
    LINE(500),
    /** A question, a hint, an introduction: what is read as running text. */
    TEXT(5_000);

    private final int most;

    TextLimit(int most) {
        this.most = most;
    }

    public int most() {
        return most;
    }

    public boolean fits(String text) {
        return text.length() <= most;
    }

    /** Whether it fits in each of its languages. */
    public boolean fits(LocalizedText text) {
        return text.texts().values().stream().allMatch(this::fits);
    }
}
