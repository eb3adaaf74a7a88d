package no.samtidig.survey.results;

/**
 * How many of a group answered, as far as it may be told. Answers that would give somebody away are counted in larger groups only
 * (ADR 0017), so the number shown of a group is seldom the number that answered there, and never stands for it: what is told here
 * follows from numbers that are shown anyway, but for {@link HeldBack} (ADR 0037).
 */
public sealed interface Answered {
    /**
     * So many, and all of them are in the numbers.
     *
     * @param n five or more
     */
    record All(int n) implements Answered {}

    /**
     * At least so many: these are in the numbers, and others may be counted in larger groups only.
     *
     * @param n five or more
     */
    record AtLeast(int n) implements Answered {}

    /** Five or more, of ten or more who were invited; they can be shown in larger groups only. */
    record HeldBack() implements Answered {}

    /** Nothing is shown, and it is not told whether anybody answered. */
    record Untold() implements Answered {}
}
