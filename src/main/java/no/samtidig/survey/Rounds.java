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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds: making, opening, closing and settling them. Each of these happens here and nowhere else, whoever or whatever asks for it, and
 * from the opening on is told to whoever listens ({@link RoundOpened}, {@link RoundClosed}, {@link RoundSettled}).
 */
@Service
public class Rounds {
    private final RoundStore store;
    private final RoundListStore lists;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rounds(RoundStore store, RoundListStore lists, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.outbox = outbox;
        this.events = events;
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

    /** Such rounds of a purpose, the newest first. */
    public RoundList asking(Purpose purpose, OrganisationScope scope, Collection<RoundId> shown, RoundQuery query) {
        return lists.asking(purpose, scope, shown, query, LocalDate.now(clock));
    }

    /** Those of them, the newest, that have results to lay beside those of another round of the same questionnaire and purpose. */
    public List<RoundLine> comparable(Round than, OrganisationScope scope, Collection<RoundId> shown) {
        return lists.comparable(than, scope, shown, LocalDate.now(clock)).lines();
    }

    /** Keeps a new round; it is a draft whatever its state says. */
    @Transactional
    public void make(Round round, AccountId by) {
        store.add(round, by.value(), LocalDate.now(clock));
    }

    /** From now on answers are taken, within the round's days. False where they were before. */
    @Transactional
    public boolean open(RoundId id) {
        Optional<Purpose> opened = store.open(id, OffsetDateTime.now(clock));
        opened.ifPresent(it -> events.publishEvent(new RoundOpened(id, it)));
        return opened.isPresent();
    }

    /** From now on no answers are taken, and mail that has not left does not go out. False where it was not open. */
    @Transactional
    public boolean close(RoundId id) {
        Optional<Purpose> closed = store.close(id, OffsetDateTime.now(clock));
        closed.ifPresent(it -> {
            outbox.takeBackAll(SurveyMail.series(id));
            events.publishEvent(new RoundClosed(id, it));
        });
        return closed.isPresent();
    }

    /** From now on the results are final: everything that can be let out is out. False where it was not closed, or settled. */
    @Transactional
    public boolean settle(RoundId id) {
        Optional<Purpose> settled = store.settle(id, OffsetDateTime.now(clock));
        settled.ifPresent(it -> events.publishEvent(new RoundSettled(id, it)));
        return settled.isPresent();
    }
}
