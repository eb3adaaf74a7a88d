package no.samtidig.survey.disclosure;

import java.util.Random;
import no.samtidig.App;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Secrets;
import no.samtidig.survey.Envelope;
import no.samtidig.survey.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letting out answers in an order that a test knows. */
public final class Shuffled {
    private Shuffled() {}

    /** Releasing that does not shuffle with chance, but with this. */
    public static Releasing by(App app, Random random) {
        return new Releasing(
                new ReleaseStore(app.bean(JdbcClient.class)),
                new TallyStore(app.bean(JdbcClient.class)),
                app.bean(Rounds.class),
                app.bean(Units.class),
                app.bean(Envelope.class),
                app.bean(Secrets.class),
                app.bean(TransactionTemplate.class),
                app.clock(),
                random);
    }
}
