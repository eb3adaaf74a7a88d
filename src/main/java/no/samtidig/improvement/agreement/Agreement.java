package no.samtidig.improvement.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A unit's agreement as it is now.
 *
 * @param version the one in force or under way
 * @param yes to any version, withdrawn ones too, the first first
 * @param ticked points of the checklist
 */
public record Agreement(Version version, List<Yes> yes, Map<AnchorPoint, Tick> ticked) {
    public Agreement {
        yes = List.copyOf(yes);
        ticked = Map.copyOf(ticked);
    }

    /**
     * A version. It never changes.
     *
     * @param number 1 for the first
     * @param clauses in the words it was made with
     * @param by who made it; null when forgotten
     */
    public record Version(
            int number,
            AgreementText text,
            List<Clause> clauses,
            LocalDate made,
            @Nullable AccountId by) {
        public Version {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A yes to a version.
     *
     * @param by who said it; null when forgotten
     * @param withdrawn the day it was taken back; null while it holds
     */
    public record Yes(
            Side side,
            int version,
            @Nullable AccountId by,
            LocalDate day,
            @Nullable LocalDate withdrawn) {}

    /**
     * A point that somebody has ticked.
     *
     * @param by null when forgotten
     */
    public record Tick(@Nullable AccountId by, LocalDate day) {}

    /** The side's yes to this version; empty where it has not said it, or has taken it back. */
    public Optional<Yes> of(Side side) {
        return yes.stream()
                .filter(it -> it.side() == side && it.version() == version.number() && it.withdrawn() == null)
                .reduce((_, last) -> last);
    }

    /** The side's last yes to anything before, if it does not hold now. */
    public Optional<Yes> before(Side side) {
        return of(side).isPresent()
                ? Optional.empty()
                : yes.stream().filter(it -> it.side() == side).reduce((_, last) -> last);
    }

    /** Whether both have said yes to this version. */
    public boolean agreed() {
        return of(Side.LEADER).isPresent() && of(Side.REGION).isPresent();
    }

    /** Whether all ten points are ticked. */
    public boolean anchored() {
        return ticked.size() == AnchorPoint.values().length;
    }
}
