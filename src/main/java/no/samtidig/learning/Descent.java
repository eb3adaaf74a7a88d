package no.samtidig.learning;

import org.jspecify.annotations.Nullable;

/** What a wording of a note is to the one that is kept. */
enum Descent {
    /** Builds on what is kept, and takes its place. */
    NEXT,
    /** What is kept says the same, or is a later wording of the same page: nothing is to be done. */
    KNOWN,
    /** Something is kept that the writer has not seen. */
    APART;

    /** @param by the mark of the wording that is kept; null where it has none */
    static Descent of(@Nullable Note kept, Wording.@Nullable Mark by, Wording wording) {
        if (kept == null) {
            return wording.text().isEmpty() ? KNOWN : NEXT;
        }
        if (by != null
                && wording.by() != null
                && wording.by().counted()
                && wording.by().upTo(by)) {
            return KNOWN;
        }
        if (kept.revision() == wording.builtOn() || follows(kept, by, wording)) {
            return NEXT;
        }
        return kept.text().equals(wording.text()) ? KNOWN : APART;
    }

    private static boolean follows(Note kept, Wording.@Nullable Mark by, Wording wording) {
        if (by != null) {
            boolean samePage = wording.by() != null && by.upTo(wording.by());
            if (samePage || wording.after().stream().anyMatch(by::upTo)) {
                return true;
            }
        }
        // without marks: the writer had what is kept, or had gone on from it
        return !kept.text().isEmpty() && wording.sentBefore().startsWith(kept.text());
    }
}
