package no.samtidig.access;

import java.util.List;
import no.samtidig.platform.Language;

/** What a person follows in a module. Each module that has something to follow has one, and the own page shows them all. */
public interface Follows {
    /** What the person follows in the role acted in ({@link Visitor.Person#acting()}); few lines, and quick to find. */
    List<Followed> of(Visitor.Person person, Language language);
}
