package no.samtidig.improvement.fidelity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Role;
import no.samtidig.access.StaffMember;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Part;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ratings of fidelity: beginning one, rating in silence, revealing, and writing what stands. */
@Service
public class Ratings {
    /** So many have to have rated before the ratings can be shown to each other. */
    public static final int FEWEST_TO_REVEAL = 2;

    private final RatingStore store;
    private final Anchors anchors;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Ratings(RatingStore store, Anchors anchors, Accounts accounts, AuditLog audit, Clock clock) {
        this.store = store;
        this.anchors = anchors;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** How something was taken. */
    public enum Outcome {
        DONE,
        /** Somebody was there before: it changed meanwhile, or it was revealed. */
        MEANWHILE,
        /** It is not the time for it, or too few have rated. */
        NOT_NOW
    }

    /** The ratings of a journey, the first first. */
    public List<Rating> of(Journey journey) {
        return store.of(journey.id());
    }

    /** Those that both sides have said yes to, with what stands; the first first. */
    public List<FidelityChange.Settled> settled(Journey journey) {
        return of(journey).stream()
                .filter(it -> it.settled() != null)
                .map(it -> new FidelityChange.Settled(it, store.agreed(it.id())))
                .toList();
    }

    /** The month whose rating can be begun now: a month before it is due at the earliest; empty where none can. */
    public Optional<Integer> due(Journey journey) {
        int reached = journey.month(LocalDate.now(clock)).orElse(-1) + 1;
        int latest = of(journey).stream()
                .max(Comparator.comparingInt(Rating::month))
                .map(Rating::month)
                .orElse(-1);
        boolean open = of(journey).stream().anyMatch(it -> it.settled() == null);
        return Rating.MONTHS.stream()
                .filter(it -> it == 0 || it <= reached)
                .max(Comparator.naturalOrder())
                .filter(it -> it > latest && !open && journey.stage().alive());
    }

    /** The unit's staff who can rate as a part that the leader chooses for. */
    public List<StaffMember> staff(Journey journey, RatingPart part) {
        return accounts.staffWithin(new OrganisationScope(List.of(journey.unit()))).stream()
                .filter(member -> part.chosenAmong()
                        .filter(role -> member.posts().stream().anyMatch(it -> it.role() == role))
                        .isPresent())
                .toList();
    }

    /** Begins the rating that is due. */
    @Transactional
    public Outcome begin(JourneyVisit visit, List<String> modules) {
        Optional<Integer> due = due(visit.journey());
        if (due.isEmpty()
                || modules.size() > Anchors.MOST_MODULES
                || !anchors.modules().containsAll(modules)) {
            return Outcome.NOT_NOW;
        }
        Rating rating = new Rating(
                UUID.randomUUID(),
                visit.journey().id(),
                due.get(),
                modules,
                LocalDate.now(clock),
                null,
                null,
                false,
                false,
                0);
        if (!store.add(rating, visit.person().account())) {
            return Outcome.MEANWHILE;
        }
        log(visit, FidelityAction.STARTED, rating, List.of());
        return Outcome.DONE;
    }

    /** Names who of the staff rates as this part, or nobody; it is the leader's choice. */
    @Transactional
    public Outcome choose(JourneyVisit visit, Rating rating, RatingPart part, @Nullable AccountId account) {
        if (!store.hold(rating).silent()
                || (account != null
                        && staff(visit.journey(), part).stream()
                                .noneMatch(it -> it.account().equals(account)))) {
            return Outcome.NOT_NOW;
        }
        store.name(rating.id(), part, account);
        log(visit, FidelityAction.CHOSE, rating, account == null ? List.of() : List.of(account));
        return Outcome.DONE;
    }

    /** As what the visitor rates; empty where they do not, since they have no part in it or somebody else has begun theirs. */
    public Optional<RatingPart> part(JourneyVisit visit, Rating rating) {
        return switch (visit.part()) {
            case LEADER -> Optional.of(RatingPart.LEDER).filter(it -> free(visit, rating, it));
            case COACH -> Optional.of(RatingPart.VEILEDER).filter(it -> free(visit, rating, it));
            case STAFF ->
                store.raters(rating.id()).stream()
                        .filter(it -> visit.person().account().equals(it.account()))
                        .map(Rater::part)
                        .filter(it -> it.chosenAmong().isPresent())
                        .findFirst();
            case COUNCIL -> Optional.empty();
        };
    }

    /** Whether nobody else who still leads or coaches the unit has rated as this part: then it is theirs, and stays unseen. */
    private boolean free(JourneyVisit visit, Rating rating, RatingPart part) {
        return store.raters(rating.id()).stream()
                .filter(it -> it.part() == part && !it.marks().isEmpty())
                .map(Rater::account)
                .filter(Objects::nonNull)
                .noneMatch(it -> !it.equals(visit.person().account()) && stands(visit.journey(), part, it));
    }

    private boolean stands(Journey journey, RatingPart part, AccountId account) {
        return part == RatingPart.VEILEDER
                ? account.equals(journey.coach())
                : accounts.colleaguesAt(List.of(journey.unit())).stream()
                        .anyMatch(it ->
                                it.role() == Role.UNIT_LEADER && it.account().equals(account));
    }

    /** Who has come how far; without anybody's marks while it is silent. */
    public List<Rater> raters(Rating rating) {
        List<Rater> raters = store.raters(rating.id());
        return rating.silent()
                ? raters.stream()
                        .map(it -> new Rater(it.part(), it.account(), it.done(), Map.of()))
                        .toList()
                : raters;
    }

    /** What the visitor has rated; never what another did as the same part. */
    public Map<String, Mark> own(JourneyVisit visit, Rating rating, RatingPart part) {
        return store.raters(rating.id()).stream()
                .filter(it -> it.part() == part && visit.person().account().equals(it.account()))
                .findFirst()
                .map(Rater::marks)
                .orElse(Map.of());
    }

    /**
     * Keeps what the visitor rated. Once all four have rated everything, the ratings are shown to each other.
     *
     * @param whole whether every anchor is among the marks
     */
    @Transactional
    public Outcome rate(JourneyVisit visit, Rating rating, RatingPart part, Map<String, Mark> marks, boolean whole) {
        if (!store.hold(rating).silent()) {
            return Outcome.MEANWHILE;
        }
        LocalDate today = LocalDate.now(clock);
        store.keep(rating.id(), part, visit.person().account(), marks, whole ? today : null);
        log(visit, FidelityAction.RATED, rating, List.of());
        Set<RatingPart> done = store.raters(rating.id()).stream()
                .filter(Rater::done)
                .map(Rater::part)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RatingPart.class)));
        if (done.size() == RatingPart.values().length) {
            store.reveal(rating.id(), today);
        }
        return Outcome.DONE;
    }

    /** Shows the ratings to each other before all have rated. */
    @Transactional
    public Outcome reveal(JourneyVisit visit, Rating rating) {
        if (!store.hold(rating).silent()) {
            return Outcome.MEANWHILE;
        }
        if (store.raters(rating.id()).stream().filter(Rater::done).count() < FEWEST_TO_REVEAL) {
            return Outcome.NOT_NOW;
        }
        store.reveal(rating.id(), LocalDate.now(clock));
        log(visit, FidelityAction.REVEALED, rating, List.of());
        return Outcome.DONE;
    }

    /** What stands, by anchor; empty before anything was written. */
    public Map<String, Agreed> agreed(Rating rating) {
        return store.agreed(rating.id());
    }

    /** Writes what stands. The other side then has to say yes. */
    @Transactional
    public Outcome write(JourneyVisit visit, Rating rating, int revision, Map<String, Agreed> agreed) {
        Rating now = store.hold(rating);
        if (now.silent() || now.settled() != null) {
            return Outcome.NOT_NOW;
        }
        if (now.revision() != revision) {
            return Outcome.MEANWHILE;
        }
        store.write(rating.id(), agreed);
        store.yes(rating.id(), visit.leads(), visit.coaches(), null);
        log(visit, FidelityAction.AGREED, rating, List.of());
        return Outcome.DONE;
    }

    /** The other side's yes to what is written. */
    @Transactional
    public Outcome yes(JourneyVisit visit, Rating rating, int revision) {
        Rating now = store.hold(rating);
        if (now.revision() != revision) {
            return Outcome.MEANWHILE;
        }
        boolean unit = now.unitYes() || visit.part() == Part.LEADER;
        boolean coach = now.coachYes() || visit.part() == Part.COACH;
        if (!now.written() || !(unit && coach)) {
            return Outcome.NOT_NOW;
        }
        store.yes(rating.id(), true, true, LocalDate.now(clock));
        log(visit, FidelityAction.AGREED, rating, List.of());
        return Outcome.DONE;
    }

    private void log(JourneyVisit visit, FidelityAction action, Rating rating, List<AccountId> about) {
        audit.write(
                visit.person().account(),
                action,
                rating.id().toString(),
                new Place.Unit(visit.journey().unit()),
                about);
    }
}
