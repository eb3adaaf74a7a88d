package no.samtidig.survey.web.results;

/** A share in words and figures: {@code Åtte av ti (21 av 26)}. It begins a sentence. */
record Shares(ReportWording words) {
    private static final int TENTHS = 10;

    /** @param all ten or more */
    String of(int part, int all) {
        if (part > all || all < 1) {
            throw new IllegalArgumentException(part + " of " + all);
        }
        long tenths = Math.round((double) TENTHS * part / all);
        String said = part == 0
                ? "none"
                : part == all ? "all" : tenths == 0 ? "under" : tenths == TENTHS ? "nearly" : String.valueOf(tenths);
        return words.text(
                "results.finding.figures", words.text("results.tenths." + said), words.whole(part), words.whole(all));
    }
}
