package no.samtidig.access;

import java.util.List;
import no.samtidig.platform.Language;

/** What waits for a person in a module. Each module that asks people for something has one, and the own page shows them all. */
public interface Errands {
    List<Errand> of(AccountId account, Language language);
}
