package no.samtidig.organisation;

import java.util.List;
import no.samtidig.platform.Sentence;

/**
 * What is at work at units, and what becomes of it when they are moved, merged or closed: told before somebody does so. Each module that
 * has something there gives a bean.
 */
public interface AtWork {
    /** One sentence for each sort of thing; none where there is nothing. */
    List<Sentence> at(List<UnitPath> units);
}
