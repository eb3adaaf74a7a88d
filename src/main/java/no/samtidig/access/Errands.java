package no.samtidig.access;

import java.util.List;
import no.samtidig.platform.Language;

/**
 * What waits for a person in a module. Each module that asks people for something has one, and the own page shows them all.
 */
public interface Errands {
    /** What waits for the person in the role acted in ({@link Visitor.Person#acting()}). */
    List<Errand> of(Visitor.Person person, Language language);
}
