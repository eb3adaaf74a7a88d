package no.samtidig.statistics;

/**
 * The smallest change of one person's score on a scale that is more than the scale's own error: sem = sd · √(1 − reliability), mdc = z · √2 ·
 * sem. For coders and learners' own scores, never for staff.
 *
 * @param sem standard error of measurement
 */
public record SmallestPersonalChange(Figure sem, Figure mdc) {
    /** For a scale of this spread and reliability, 0 to 1. */
    public static SmallestPersonalChange of(double sd, double reliability, double level) {
        if (!(reliability >= 0 && reliability <= 1)) {
            Figure no = Figure.undefined(Undefined.RELIABILITY_OUT_OF_RANGE);
            return new SmallestPersonalChange(no, no);
        }
        double sem = sd * Math.sqrt(1 - reliability);
        return new SmallestPersonalChange(Figure.of(sem), Figure.of(Quantiles.z(level) * Math.sqrt(2) * sem));
    }
}
