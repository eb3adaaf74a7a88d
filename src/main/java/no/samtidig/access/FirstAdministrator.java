package no.samtidig.access;

import java.util.UUID;
import no.samtidig.organisation.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** In production an empty database gets one administrator, whose password is printed once. */
@Component
@Profile("production")
class FirstAdministrator implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Environment environment;

    FirstAdministrator(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String email = environment.getProperty("samtidig.administrator", "");
        if (email.isEmpty() || !accounts.none()) {
            return;
        }
        String password = UUID.randomUUID().toString();
        AccountId account = accounts.keep(email, "Administrator", accounts.hash(password));
        accounts.grant(null, account, Role.ADMINISTRATOR, new Place.Country(), "Norge");
        LOG.info("The first administrator is {} with the password {} (shown only now)", email, password);
    }
}
