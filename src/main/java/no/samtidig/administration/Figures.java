package no.samtidig.administration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.springframework.stereotype.Service;

/** How much there is of everything. */
@Service
public class Figures {
    private static final Period LATELY = Period.ofDays(30);

    private final FigureStore store;
    private final Clock clock;

    Figures(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * As of now.
     *
     * @param people open accounts
     * @param seen how many of them signed in within thirty days
     * @param roles in force
     * @param owners valid today
     * @param units valid today
     * @param invitations open
     * @param mail waiting
     */
    public record Today(int people, int seen, int roles, int owners, int units, int invitations, int mail) {}

    public Today today() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return store.today(now, now.minus(LATELY));
    }
}
