package no.samtidig.learning;

import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;

/** What another module keeps about a learner, taken out and deleted together with the rest of {@link OwnData}. */
public interface OwnRecords {
    /** What it is, as it stands in the file; the text for people stands under {@code own-data.<kind>}. */
    String kind();

    /** A row for each thing kept. */
    List<Map<String, Object>> of(AccountId learner);

    /** Deletes what is kept, in the caller's transaction. */
    void delete(AccountId learner);
}
