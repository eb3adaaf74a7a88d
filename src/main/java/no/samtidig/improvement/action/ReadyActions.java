package no.samtidig.improvement.action;

import java.util.List;
import no.samtidig.platform.Language;

/** What can be done within a week for a statement of the instrument: two actions each, offered as data. */
public interface ReadyActions {
    /**
     * One of them.
     *
     * @param statement id of the statement
     * @param said the statement, in the reader's language
     * @param words what to do
     * @param sign what shows that something has changed
     */
    record Ready(String statement, String said, String words, String sign) {}

    /** Those of an area, in the order of its statements. */
    List<Ready> in(String area, Language language);
}
