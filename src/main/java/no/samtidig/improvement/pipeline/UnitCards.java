package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Role;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The region's card of a unit: read, and written on. */
@Service
public class UnitCards {
    private final CardStore store;
    private final Journeys journeys;
    private final Pipeline pipeline;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    UnitCards(CardStore store, Journeys journeys, Pipeline pipeline, Accounts accounts, AuditLog audit, Clock clock) {
        this.store = store;
        this.journeys = journeys;
        this.pipeline = pipeline;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The card. That leaders were looked up by name and address is noted. */
    @Transactional
    public UnitCard card(JourneyVisit visit) {
        Journey journey = visit.journey();
        CardStore.Facts facts = store.facts(journey.id(), OffsetDateTime.now(clock));
        List<Accounts.Colleague> leaders = accounts.colleaguesAt(List.of(journey.unit())).stream()
                .filter(it -> it.role() == Role.UNIT_LEADER)
                .toList();
        if (!leaders.isEmpty() || !facts.contact().nobody()) {
            audit.write(
                    visit.person().account(),
                    PipelineAction.SAW_CONTACTS,
                    journey.id().value().toString(),
                    new Place.Unit(journey.unit()),
                    leaders.stream().map(Accounts.Colleague::account).toList());
        }
        return new UnitCard(
                visit,
                facts.county(),
                facts.coach(),
                facts.step(),
                facts.revision(),
                facts.contact(),
                leaders,
                moves(journey),
                store.notes(journey.id()),
                pipeline.ahead(journey),
                pipeline.done(journey),
                facts.before(),
                facts.after());
    }

    private List<UnitCard.Move> moves(Journey journey) {
        List<JourneyMove> moves = journeys.moves(journey);
        Map<AccountId, String> names = store.names(moves.stream()
                .map(JourneyMove::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<UnitCard.Move> all = new ArrayList<>();
        for (JourneyMove it : moves) {
            AccountId by = it.by();
            all.add(new UnitCard.Move(it, by == null ? "" : names.getOrDefault(by, "")));
        }
        return all;
    }

    /** Writes what comes next; null for nothing. False where somebody wrote on the card meanwhile. */
    @Transactional
    public boolean step(JourneyVisit visit, UnitCard.@Nullable Step step, int revision) {
        return store.step(visit.journey().id(), step, revision, LocalDate.now(clock));
    }

    /** Writes whom the region talks with. False where somebody wrote on the card meanwhile. */
    @Transactional
    public boolean contact(JourneyVisit visit, OutsideContact contact, int revision) {
        Journey journey = visit.journey();
        if (!store.touch(journey.id(), revision, LocalDate.now(clock))) {
            return false;
        }
        store.contact(journey.id(), contact);
        audit.write(
                visit.person().account(),
                PipelineAction.CHANGED_CONTACT,
                journey.id().value().toString(),
                new Place.Unit(journey.unit()),
                List.of());
        return true;
    }

    /**
     * Adds a note.
     *
     * @param key names the form, so that the same one sent twice makes one
     */
    @Transactional
    public void note(JourneyVisit visit, UUID key, String text) {
        store.note(key, visit.journey().id(), visit.person().account(), text, OffsetDateTime.now(clock));
        store.stir(visit.journey().id(), LocalDate.now(clock));
    }

    /** Somebody who can follow a unit, by name. */
    public record Coach(AccountId account, String name) {}

    /** The regional contacts who can follow the unit. */
    public List<Coach> coaches(JourneyVisit visit) {
        return store.contactsOf(visit.journey().unit(), OffsetDateTime.now(clock)).stream()
                .map(it -> new Coach(it.account(), it.name()))
                .toList();
    }

    /** Puts the journey on hold, or takes it off again. */
    public Journeys.Outcome hold(JourneyVisit visit, Journey.@Nullable Hold hold, int revision) {
        return journeys.keep(changed(visit.journey(), visit.journey().coach(), hold, revision), by(visit));
    }

    /** Gives the journey another coach. */
    public Journeys.Outcome coach(JourneyVisit visit, @Nullable AccountId coach, int revision) {
        return journeys.keep(changed(visit.journey(), coach, visit.journey().hold(), revision), by(visit));
    }

    private static AccountId by(JourneyVisit visit) {
        return visit.person().account();
    }

    private static Journey changed(Journey it, @Nullable AccountId coach, Journey.@Nullable Hold hold, int revision) {
        return new Journey(
                it.id(),
                it.unit(),
                it.stage(),
                it.begun(),
                it.since(),
                coach,
                it.monthZero(),
                hold,
                it.shares(),
                revision);
    }

    /** The journey as whoever filled in a form had seen it: its revision says whether it was changed meanwhile. */
    public static Journey seen(JourneyVisit visit, int revision) {
        return changed(visit.journey(), visit.journey().coach(), visit.journey().hold(), revision);
    }
}
