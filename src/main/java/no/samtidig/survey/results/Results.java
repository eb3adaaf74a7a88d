package no.samtidig.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Grant;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Units;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.RoundLine;
import no.samtidig.survey.RoundList;
import no.samtidig.survey.RoundQuery;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.SurveyAction;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Report.GroupKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What rounds showed. Somebody with a role on the country sees the country, each region, and the units that share theirs
 * ({@link Sharing}); on a region that region, on an owner or a unit that one and no other. Groups stand in a fixed order, never by result.
 */
@Service
public class Results {
    private final ResultStore store;
    private final Rounds rounds;
    private final Units units;
    private final Sharing sharing;
    private final AuditLog audit;

    Results(ResultStore store, Rounds rounds, Units units, Sharing sharing, AuditLog audit) {
        this.store = store;
        this.rounds = rounds;
        this.units = units;
        this.sharing = sharing;
        this.audit = audit;
    }

    /** The general rounds, as the role acted in gives them. */
    public ResultScope of(Grant acting) {
        return new ResultScope(Purpose.GENERAL, acting.scope(), places(acting.at(), acting.place()));
    }

    /**
     * Rounds of a purpose, as a role at the place would give them.
     *
     * @param name of the place, as people say it
     */
    public ResultScope of(Purpose purpose, Place at, String name) {
        return new ResultScope(purpose, units.scope(at), places(at, name));
    }

    private List<NamedPlace> places(Place at, String name) {
        return switch (at) {
            case Place.Country _ -> country();
            case Place.Region _, Place.Owner _ -> List.of(new NamedPlace(at, name, ""));
            case Place.Unit unit -> unit(unit, name);
        };
    }

    /** A unit, and what it was before it moved, or what was merged into it: rounds keep whom they asked. */
    private List<NamedPlace> unit(Place.Unit at, String name) {
        List<NamedPlace> all = new ArrayList<>();
        all.add(new NamedPlace(at, name, ""));
        units.scope(at).paths().stream()
                .filter(it -> !it.equals(at.path()))
                .flatMap(it -> units.whenever(it).stream())
                .forEach(it -> all.add(new NamedPlace(Place.of(it.path()), it.name(), it.owner())));
        return all;
    }

    private List<NamedPlace> country() {
        List<NamedPlace> all = new ArrayList<>();
        all.add(new NamedPlace(new Place.Country(), "", ""));
        units.regions().forEach(it -> all.add(new NamedPlace(it.place(), it.name(), "")));
        return all;
    }

    /** The places of the scope, and for somebody who follows the country the units that share this round. */
    public List<NamedPlace> places(ResultScope of, RoundId round) {
        return Stream.concat(of.places().stream(), shared(of, round).stream()).toList();
    }

    private List<NamedPlace> shared(ResultScope of, RoundId round) {
        return of.purpose().equals(Purpose.GENERAL) && of.places().getFirst().place() instanceof Place.Country
                ? sharing.units(round)
                : List.of();
    }

    /** What the place can be divided by. */
    public List<Division> divisions(NamedPlace place) {
        return place.place() instanceof Place.Country
                ? List.of(Division.values())
                : List.of(Division.NONE, Division.STAFF_GROUP, Division.LEVEL);
    }

    /** Rounds that asked somebody there, or have something to show there, the newest first. Drafts are nobody's. */
    public RoundList rounds(ResultScope of, RoundQuery query) {
        return rounds.asking(of.purpose(), of.scope(), shown(of), query);
    }

    /** Rounds with something to show for the place. Whoever has the country has all rounds anyway. */
    private Set<RoundId> shown(ResultScope of) {
        return of.places().getFirst().place() instanceof Place.Country
                ? Set.of()
                : of.places().stream()
                        .flatMap(it -> store.with(it.place()).stream())
                        .collect(Collectors.toSet());
    }

    /** The first place with something to show of the round. */
    private Optional<NamedPlace> shows(ResultScope of, RoundId id) {
        return of.places().getFirst().place() instanceof Place.Country
                ? Optional.of(of.places().getFirst())
                : of.places().stream().filter(it -> store.shows(id, it.place())).findFirst();
    }

    private Optional<Round> round(ResultScope of, RoundId id) {
        return rounds.asking(id, of.scope(), shows(of, id).isPresent())
                .filter(it -> it.purpose().equals(of.purpose()));
    }

    /** What the reader wants to see; empty where nothing is chosen. */
    public record Wish(Optional<String> place, Optional<String> division, Optional<RoundId> other) {
        public static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Rounds of the same questionnaire that can be laid beside this one; the newest. */
    public List<RoundLine> others(ResultScope of, Round round) {
        return rounds.comparable(round, of.scope(), shown(of));
    }

    /**
     * What the round showed.
     *
     * @param most how many free texts to each question
     * @return empty where the round, the place, the division or the other round is unknown or not in the scope
     */
    public Optional<Report> report(ResultScope of, RoundId id, Wish wish, int most) {
        NamedPlace place = wish.place().isEmpty()
                ? shows(of, id).orElse(of.places().getFirst())
                : places(of, id).stream()
                        .filter(it -> wish.place().map(it.code()::equals).orElse(true))
                        .findFirst()
                        .orElse(null);
        Division division = wish.division()
                .map(Division::of)
                .orElse(Optional.of(Division.NONE))
                .orElse(null);
        if (place == null || division == null || !divisions(place).contains(division)) {
            return Optional.empty();
        }
        Round round = round(of, id).orElse(null);
        if (round == null) {
            return Optional.empty();
        }
        Optional<Round> other = wish.other()
                .filter(it -> !it.equals(id))
                .filter(it -> places(of, it).contains(place)) // what is shared of one round is not shared of another
                .flatMap(it -> round(of, it))
                .filter(it -> Report.ready(it)
                        && it.questionnaire()
                                .slug()
                                .equals(round.questionnaire().slug()));
        if (wish.other().isPresent() && other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(round, other, place, division, most));
    }

    private Report read(Round round, Optional<Round> other, NamedPlace place, Division division, int most) {
        List<RoundId> ids = new ArrayList<>(List.of(round.id()));
        other.ifPresent(it -> ids.add(it.id()));
        Map<GroupKey, Integer> counted = store.groups(ids, place.place(), division);
        Map<GroupKey, Integer> asked = store.invited(ids, place.place(), division);
        Set<RoundId> complete = Stream.concat(Stream.of(round), other.stream())
                .filter(it -> isWhole(it, place.place()))
                .map(Round::id)
                .collect(Collectors.toSet());
        Participation participation =
                new Participation(counted, asked, store.held(ids, place.place(), division), complete);
        List<Named> parts = parts(round, place, division);
        List<Group> groups = new ArrayList<>();
        for (Named part : parts) {
            Group mine = group(participation, parts, part, round.id());
            Group theirs =
                    other.map(it -> group(participation, parts, part, it.id())).orElse(null);
            boolean nobody = nobody(mine) && (theirs == null || nobody(theirs));
            if (!part.key().place().equals(place.place()) && nobody) {
                continue; // a region that was not asked is not a group with too few
            }
            groups.add(mine);
            if (theirs != null) {
                groups.add(theirs);
            }
        }
        Group total = groups.getFirst();
        boolean whole = place.place() instanceof Place.Country
                || (asked.getOrDefault(total.key(), 0) > 0
                        && asked.getOrDefault(total.key(), 0) == store.invited(round.id()));
        return new Report(
                round,
                other,
                place,
                division,
                total,
                groups,
                store.tallies(ids, place.place(), division),
                whole,
                whole ? store.words(round.id(), most) : Map.of(),
                whole ? store.withdrawn(round.id()) : 0);
    }

    private static boolean nobody(Group group) {
        return group.invited() == 0 && group.tooFew();
    }

    /**
     * Whether everybody who answered at the place is among those shown for it: all of the country are, and those of a smaller place where
     * no answer of the round has lost such a place.
     */
    private boolean isWhole(Round round, Place place) {
        return round.state() == Round.State.SETTLED
                && (place instanceof Place.Country
                        || store.counted(round.id(), Report.kind(place))
                                == store.counted(round.id(), Report.kind(new Place.Country())));
    }

    private static Group group(Participation participation, List<Named> parts, Named part, RoundId round) {
        List<GroupKey> keys =
                parts.stream().skip(1).map(it -> it.key().in(round)).toList();
        GroupKey total = parts.getFirst().key().in(round);
        GroupKey key = part.key().in(round);
        return key.equals(total)
                ? participation.total(key, part.name())
                : participation.part(key, part.name(), total, keys);
    }

    private record Named(GroupKey key, String name) {}

    /** Everybody at the place first, then its parts in the order that never changes. */
    private List<Named> parts(Round round, NamedPlace place, Division division) {
        List<Named> parts = new ArrayList<>();
        parts.add(new Named(new GroupKey(round.id(), place.place(), "all", ""), place.name()));
        switch (division) {
            case NONE -> {}
            case STAFF_GROUP ->
                Arrays.stream(StaffGroup.values())
                        .filter(it -> round.target().staffGroups().isEmpty()
                                || round.target().staffGroups().contains(it))
                        .forEach(it -> parts.add(part(round, place, division, it.code())));
            case LEVEL ->
                Arrays.stream(ServiceLevel.values())
                        .filter(it -> round.target().levels().isEmpty()
                                || round.target().levels().contains(it))
                        .forEach(it -> parts.add(part(round, place, division, it.code())));
            case HEALTH, KORUS, RVTS ->
                units.regions().stream()
                        .filter(it -> it.layer().name().equals(division.name()))
                        .forEach(it -> parts.add(region(round, it)));
        }
        return parts;
    }

    private static Named part(Round round, NamedPlace place, Division division, String code) {
        return new Named(new GroupKey(round.id(), place.place(), division.split(), code), "");
    }

    private static Named region(Round round, Region region) {
        return new Named(new GroupKey(round.id(), region.place(), "all", ""), region.name());
    }

    /** Notes that somebody took the results with them. */
    @Transactional
    public void exported(AccountId by, Report report) {
        audit.write(
                by,
                SurveyAction.EXPORTED,
                report.round().id().value() + " " + report.place().code());
    }
}
