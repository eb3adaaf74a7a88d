package no.samtidig.statistics;

/** How much two codes that are not the same agree, from 0 to 1, by their places in the code list. */
enum Weighting {
    /** Only the same code agrees. */
    IDENTITY,
    /** 1 − |i − j|/(q − 1). */
    LINEAR,
    /** 1 − (i − j)²/(q − 1)². */
    QUADRATIC;

    double of(int i, int j, int codes) {
        double away = codes < 2 ? 0 : Math.abs(i - j) / (codes - 1.0);
        return switch (this) {
            case IDENTITY -> i == j ? 1 : 0;
            case LINEAR -> 1 - away;
            case QUADRATIC -> 1 - away * away;
        };
    }
}
