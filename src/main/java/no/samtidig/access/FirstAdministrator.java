package no.samtidig.access;

import java.util.UUID;
import no.samtidig.organisation.Place;
import no.samtidig.platform.StartProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In production somebody must be the first administrator: the settings say who, and the password is printed once. It happens as long
 * as there is no administrator who can be written to, so a wrong address can be put right by starting again.
 */
@Component
@Profile("production")
class FirstAdministrator implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final String address;
    private final String name;

    FirstAdministrator(
            Accounts accounts,
            @Value("${samtidig.administrator:}") String address,
            @Value("${samtidig.administrator-name:Administrator}") String name) {
        this.accounts = accounts;
        this.address = address;
        this.name = name;
    }

    /** @throws StartProblem where the settings name nobody */
    @Override
    public void afterSingletonsInstantiated() {
        if (address.isBlank()) {
            return;
        }
        String email = MailAddress.of(address)
                .orElseThrow(() -> new StartProblem(
                        "The administrator “" + address + "” is not a mail address.",
                        "Set samtidig.administrator (SAMTIDIG_ADMINISTRATOR) to an address like kari@example.org."));
        PersonName called = PersonName.of(name)
                .orElseThrow(() -> new StartProblem(
                        "The administrator's name “" + name + "” is not a name.",
                        "Set samtidig.administrator-name (SAMTIDIG_ADMINISTRATOR_NAME) to a person's full name."));
        if (accounts.addressesOf(Role.ADMINISTRATOR).stream()
                .anyMatch(it -> MailAddress.of(it).isPresent())) {
            return;
        }
        boolean had = accounts.byEmail(email).isPresent();
        String password = UUID.randomUUID().toString();
        AccountId account = accounts.keep(email, called.value(), accounts.hash(password));
        accounts.grant(null, account, Role.ADMINISTRATOR, new Place.Country(), "Norge");
        if (had) {
            LOG.info("The first administrator is {}, who had an account already and keeps its password", email);
        } else {
            LOG.info("The first administrator is {} with the password {} (shown only now)", email, password);
        }
    }
}
