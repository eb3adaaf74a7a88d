package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.County;
import no.samtidig.organisation.Municipality;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whom the programme has reached in a region, and whom not. */
@Service
public class Coverages {
    private final ReachStore store;
    private final Counties counties;
    private final Clock clock;

    Coverages(ReachStore store, Counties counties, Clock clock) {
        this.store = store;
        this.counties = counties;
        this.clock = clock;
    }

    /**
     * Of the region the person acts for.
     *
     * @param here its counties
     */
    public Coverage of(Visitor.Person person, List<County> here) {
        LocalDate today = LocalDate.now(clock);
        List<ReachStore.Owner> owners = store.owners(person.acting().scope(), today);
        return new Coverage(
                municipalities(here, owners),
                trusts(here, owners, today),
                others(owners),
                owners.stream()
                        .filter(it -> it.kind() == OwnerKind.MUNICIPALITY
                                && it.municipality().isEmpty())
                        .mapToInt(ReachStore.Owner::units)
                        .sum());
    }

    /** How the other layers divide the region the person acts for: of each layer with more than one part these, by name. */
    public List<LayerPart> parts(Visitor.Person person) {
        return switch (person.acting().at()) {
            case Place.Region it -> store.parts(it, LocalDate.now(clock));
            case Place.InTree _ -> List.of();
        };
    }

    private List<Coverage.InCounty> municipalities(List<County> here, List<ReachStore.Owner> owners) {
        Map<String, ReachStore.Owner> byNumber = owners.stream()
                .filter(it -> !it.municipality().isEmpty())
                .collect(Collectors.toMap(ReachStore.Owner::municipality, Function.identity()));
        Map<String, List<Municipality>> byCounty =
                counties.municipalities().stream().collect(Collectors.groupingBy(Municipality::county));
        return here.stream()
                .map(county -> new Coverage.InCounty(
                        county,
                        byCounty.getOrDefault(county.number(), List.of()).stream()
                                .map(it -> place(it.name(), byNumber.get(it.number())))
                                .toList()))
                .toList();
    }

    private static Coverage.Place place(String name, ReachStore.@Nullable Owner owner) {
        return owner == null
                ? new Coverage.Place(name, Reached.UNKNOWN, 0)
                : new Coverage.Place(name, owner.reached(), owner.units());
    }

    private List<Coverage.Place> trusts(List<County> here, List<ReachStore.Owner> owners, LocalDate today) {
        Map<String, ReachStore.Owner> withUnits = owners.stream()
                .filter(it -> it.kind() == OwnerKind.HF)
                .collect(Collectors.toMap(ReachStore.Owner::path, Function.identity()));
        List<Coverage.Place> all = new ArrayList<>();
        for (ReachStore.Trust it :
                store.trusts(here.stream().map(County::number).toList(), today)) {
            all.add(place(it.name(), withUnits.remove(it.path())));
        }
        owners.stream().filter(it -> withUnits.containsKey(it.path())).forEach(it -> all.add(place(it.name(), it)));
        return all;
    }

    private static Map<OwnerKind, Coverage.Counts> others(List<ReachStore.Owner> owners) {
        Map<OwnerKind, List<Coverage.Place>> kinds = new EnumMap<>(OwnerKind.class);
        for (ReachStore.Owner it : owners) {
            if (it.kind() != OwnerKind.MUNICIPALITY && it.kind() != OwnerKind.HF) {
                kinds.computeIfAbsent(it.kind(), _ -> new ArrayList<>()).add(place(it.name(), it));
            }
        }
        Map<OwnerKind, Coverage.Counts> counts = new EnumMap<>(OwnerKind.class);
        kinds.forEach((kind, places) -> counts.put(kind, Coverage.Counts.of(places)));
        return counts;
    }
}
