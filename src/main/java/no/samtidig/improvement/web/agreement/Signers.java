package no.samtidig.improvement.web.agreement;

import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of those who said yes or ticked something, as long as they have an account and a role. */
@Component
class Signers {
    private final Accounts accounts;

    Signers(Accounts accounts) {
        this.accounts = accounts;
    }

    Optional<String> name(@Nullable AccountId account) {
        return Optional.ofNullable(account)
                .flatMap(it -> Optional.ofNullable(accounts.visitor(it, null).person()))
                .map(Visitor.Person::name);
    }

    /** The side's yes to the version, with a name. */
    Optional<Signature> of(Agreement agreement, Side side) {
        return agreement.of(side).map(it -> new Signature(name(it.by()), it.day()));
    }
}
