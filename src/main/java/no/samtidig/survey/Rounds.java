package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds: making, opening and closing them. Each of these happens here and nowhere else, whoever or whatever asks for it. */
@Service
public class Rounds {
    private final RoundStore store;
    private final RoundListStore lists;
    private final Outbox outbox;
    private final Clock clock;

    Rounds(RoundStore store, RoundListStore lists, Outbox outbox, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<Round> find(RoundId id) {
        return store.find(id);
    }

    /**
     * The round, if it has begun and asks at places that touch the scope, of whatever level.
     *
     * @param shown whether it has something to show there anyway: places change
     */
    public Optional<Round> asking(RoundId id, OrganisationScope scope, boolean shown) {
        return store.find(id)
                .filter(it -> it.state() != Round.State.DRAFT
                        && (shown
                                || lists.reach(id, scope, LocalDate.now(clock)).asks()));
    }

    /** Such rounds, the newest first. */
    public RoundList asking(OrganisationScope scope, Collection<RoundId> shown, RoundQuery query) {
        return lists.asking(scope, shown, query, LocalDate.now(clock));
    }

    /** Those of them, the newest, that have results to lay beside those of another round of the same questionnaire. */
    public List<RoundLine> comparable(Round than, OrganisationScope scope, Collection<RoundId> shown) {
        return lists.comparable(than, scope, shown, LocalDate.now(clock)).lines();
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
