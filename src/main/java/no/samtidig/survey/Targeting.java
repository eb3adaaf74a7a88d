package no.samtidig.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom rounds ask: where somebody may ask, and who is asked in one round. */
@Service
public class Targeting {
    private final RunningStore store;
    private final Recipients recipients;
    private final Units units;
    private final AuditLog audit;

    Targeting(RunningStore store, Recipients recipients, Units units, AuditLog audit) {
        this.store = store;
        this.recipients = recipients;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Where the person may ask.
     *
     * @param country whether the whole country can be chosen
     * @param regions as {@code rvts/rvts_midt} in a target; those that lie wholly within the scope
     * @param units all of the scope, by name
     */
    public record Reach(boolean country, List<Region> regions, List<Unit> units) {
        public Reach {
            regions = List.copyOf(regions);
            units = List.copyOf(units);
        }
    }

    public Reach reach(Visitor.Person person) {
        OrganisationScope scope = person.acting().scope();
        boolean country = scope.covers(UnitPath.COUNTRY);
        List<Region> regions = units.regions().stream()
                .filter(it -> {
                    OrganisationScope region = units.scope(it.place());
                    return country
                            || (!region.paths().isEmpty()
                                    && region.paths().stream().allMatch(scope::covers));
                })
                .toList();
        return new Reach(country, regions, units.within(scope));
    }

    /** What people call a region, which is written as {@code rvts/rvts_midt}. */
    public Optional<String> regionName(String region) {
        return units.regions().stream()
                .filter(it -> it.place().code().equals(region))
                .map(Region::name)
                .findFirst();
    }

    /** Notes that somebody looked at invitations, which tell addresses. */
    @Transactional
    public void looked(Visitor.Person person, RoundId round) {
        audit.write(person.account(), SurveyAction.SAW_WHO_IS_ASKED_IN_ROUND, round.value());
    }

    /**
     * Units of the round with how many are asked there, by name of the unit; at the end those that were asked and have moved or closed since.
     * No names of people.
     */
    public List<UnitCount> byUnit(RoundOverview round) {
        List<UnitCount> counts = new ArrayList<>();
        Set<String> invited = store.invitedAt(round.round().id());
        List<Unit> all = new ArrayList<>(recipients.units(round.round().target()));
        Set<String> today = all.stream().map(it -> it.path().value()).collect(Collectors.toSet());
        invited.stream()
                .filter(it -> !today.contains(it))
                .sorted()
                .forEach(it -> units.whenever(new UnitPath(it)).ifPresent(all::add));
        List<Recipients.Recipient> people = recipients.people(round.round().target(), all);
        for (Unit unit : all) {
            counts.add(new UnitCount(
                    unit,
                    people.stream()
                            .filter(it -> it.unit().equals(unit.path()))
                            .collect(Collectors.groupingBy(
                                    Recipients.Recipient::staffGroup, Collectors.summingInt(_ -> 1)))));
        }
        return counts;
    }

    /**
     * A unit of a round.
     *
     * @param byGroup how many work there and are asked, by staff group
     */
    public record UnitCount(Unit unit, Map<StaffGroup, Integer> byGroup) {
        public UnitCount {
            byGroup = Map.copyOf(byGroup);
        }

        public int in(StaffGroup group) {
            return byGroup.getOrDefault(group, 0);
        }

        public int people() {
            return byGroup.values().stream().mapToInt(it -> it).sum();
        }
    }
}
