package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds: making, opening and closing them. Each of these happens here and nowhere else, whoever or whatever asks for it. */
@Service
public class Rounds {
    private final RoundStore store;
    private final Outbox outbox;
    private final Clock clock;

    Rounds(RoundStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<Round> find(RoundId id) {
        return store.find(id);
    }

    /** All rounds that are not drafts, the newest first. */
    public List<Round> begun() {
        return store.all().stream()
                .filter(it -> it.state() != Round.State.DRAFT)
                .toList();
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

    /** From now on no answers are taken, and mail that has not left does not go out. False where it was not open. */
    @Transactional
    public boolean close(RoundId id) {
        boolean closed = store.close(id, OffsetDateTime.now(clock));
        if (closed) {
            outbox.takeBackAll(SurveyMail.prefix(id));
        }
        return closed;
    }
}
