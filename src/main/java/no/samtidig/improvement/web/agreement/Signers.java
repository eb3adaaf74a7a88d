package no.samtidig.improvement.web.agreement;

import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of those who said yes or ticked something, as long as they have an account and a role. */
@Component
class Signers {
    private final PersonNames names;

    Signers(PersonNames names) {
        this.names = names;
    }

    Optional<String> name(@Nullable AccountId account) {
        return names.name(account);
    }

    /** The side's yes to the version, with a name. */
    Optional<Signature> of(Agreement agreement, Side side) {
        return agreement.of(side).map(it -> new Signature(name(it.by()), it.day()));
    }
}
