package no.samtidig.improvement;

import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What those who wrote, own or follow something are called. */
@Service
public class PersonNames {
    private final Accounts accounts;

    PersonNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The full name; empty where nobody is kept, or the person has no role any more. */
    public Optional<String> name(@Nullable AccountId account) {
        return account == null
                ? Optional.empty()
                : Optional.ofNullable(accounts.visitor(account, null).person()).map(Visitor.Person::name);
    }
}
