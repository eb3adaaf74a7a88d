package no.samtidig.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** What an administrator must see to just now, the gravest first. */
@Service
public class Alerts {
    /** An invitation that ends so soon is told of while it can still be sent again. */
    static final Duration EXPIRES_SOON = Duration.ofDays(3);

    private final FigureStore store;
    private final Clock clock;

    Alerts(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Alert> all() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Alert> all = new ArrayList<>();
        count(
                all,
                "one-administrator",
                "/forvaltning/personer?rolle=administrator",
                store.administrators(now) == 1 ? 1 : 0);
        count(all, "expiring", "/invitasjoner", store.expiring(now, now.plus(EXPIRES_SOON)));
        count(all, "no-leader", "/forvaltning/roller", store.unitsWithoutLeader(now));
        return List.copyOf(all);
    }

    private static void count(List<Alert> all, String what, String path, int count) {
        if (count > 0) {
            all.add(Alert.of(what, path, count));
        }
    }
}
