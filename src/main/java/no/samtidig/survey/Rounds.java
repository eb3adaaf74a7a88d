package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.access.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds: making, opening and closing them. */
@Service
public class Rounds {
    private final RoundStore store;
    private final Clock clock;

    Rounds(JdbcClient sql, Clock clock) {
        this.store = new RoundStore(sql);
        this.clock = clock;
    }

    public Optional<Round> find(RoundId id) {
        return store.find(id);
    }

    /** Keeps a new round; it is a draft whatever its state says. */
    @Transactional
    public void make(Round round, AccountId by) {
        store.add(round, by.value(), LocalDate.now(clock));
    }

    /** From now on answers are taken, within the round's days. */
    @Transactional
    public boolean open(RoundId id) {
        return store.open(id, OffsetDateTime.now(clock));
    }

    /** From now on no answers are taken. */
    @Transactional
    public boolean close(RoundId id) {
        return store.close(id, OffsetDateTime.now(clock));
    }
}
