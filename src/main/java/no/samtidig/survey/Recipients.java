package no.samtidig.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Service;

/** Who a round's target means today: which units, and who works there. */
@Service
public class Recipients {
    private final Units units;
    private final Accounts accounts;

    Recipients(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    /**
     * Somebody a round asks, and why.
     *
     * @param role and place are why: the first post of theirs that the target holds
     */
    public record Recipient(
            AccountId account,
            String name,
            String email,
            Language language,
            UnitPath unit,
            String place,
            Role role,
            StaffGroup staffGroup) {
        Tickets.Invited invited() {
            return new Tickets.Invited(
                    Optional.of(account),
                    Optional.of(email),
                    language == Language.EN ? Language.NB : language,
                    unit,
                    Optional.of(staffGroup));
        }
    }

    /** The units of a target today, by name; also those it asks by name that have moved or closed since. */
    public List<Unit> units(Round.Target target) {
        Map<UnitPath, Unit> found = new LinkedHashMap<>();
        List<OrganisationScope> scopes = new ArrayList<>();
        if (!target.places().isEmpty()) {
            scopes.add(new OrganisationScope(target.places()));
        }
        for (String region : target.regions()) {
            scopes.add(region(region));
        }
        scopes.forEach(scope -> units.within(scope).forEach(it -> found.put(it.path(), it)));
        target.places().stream()
                .filter(it -> it.depth() > 1 && !found.containsKey(it))
                .forEach(it -> units.whenever(it).ifPresent(ended -> found.put(it, ended)));
        return found.values().stream()
                .filter(it -> target.levels().isEmpty() || target.levels().contains(it.level()))
                .sorted(Comparator.comparing(Unit::name)
                        .thenComparing(it -> it.path().value()))
                .toList();
    }

    /** What a region covers today; it is written as {@code rvts/rvts_midt}. */
    OrganisationScope region(String region) {
        return units.scope(Place.of(region).orElseThrow());
    }

    /**
     * Everybody the target means today, by name, each once: with the first post of theirs that it holds. Who leads a unit is asked as a leader
     * or not at all: a leader among the answers of the staff would know what the others cannot have said.
     */
    public List<Recipient> people(Round.Target target) {
        return people(target, units(target));
    }

    List<Recipient> people(Round.Target target, List<Unit> at) {
        Map<AccountId, Recipient> people = new LinkedHashMap<>();
        Map<UnitPath, UnitPath> askedAs = askedAs(at);
        List<Accounts.Colleague> colleagues = accounts.colleaguesAt(askedAs.keySet());
        Set<AccountId> leaders = colleagues.stream()
                .filter(it -> StaffGroup.of(it.role()) == StaffGroup.LEADER)
                .map(Accounts.Colleague::account)
                .collect(Collectors.toSet());
        for (Accounts.Colleague it : colleagues) {
            StaffGroup group = StaffGroup.of(it.role());
            if (leaders.contains(it.account()) && group != StaffGroup.LEADER) {
                continue;
            }
            if (target.staffGroups().isEmpty() || target.staffGroups().contains(group)) {
                people.putIfAbsent(
                        it.account(),
                        new Recipient(
                                it.account(),
                                it.name(),
                                it.email(),
                                it.language(),
                                Objects.requireNonNull(askedAs.get(it.unit())),
                                it.place(),
                                it.role(),
                                group));
            }
        }
        return List.copyOf(people.values());
    }

    /** Where people work today, with the unit as the target asks it: who works at one that has moved is asked as there before. */
    private Map<UnitPath, UnitPath> askedAs(List<Unit> at) {
        Map<UnitPath, UnitPath> followed = units.followed();
        Map<UnitPath, UnitPath> asked = new LinkedHashMap<>();
        at.stream().map(Unit::path).filter(it -> !followed.containsKey(it)).forEach(it -> asked.put(it, it));
        at.stream()
                .map(Unit::path)
                .filter(followed::containsKey)
                .forEach(it -> asked.putIfAbsent(Objects.requireNonNull(followed.get(it)), it));
        return asked;
    }
}
