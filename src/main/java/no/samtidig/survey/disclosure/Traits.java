package no.samtidig.survey.disclosure;

import java.util.List;
import java.util.function.UnaryOperator;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.Round;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of answerers beside their answers. What is null was left out, because too few shared it.
 *
 * @param county number of the county the unit lies in; the regions follow from it
 */
record Traits(
        @Nullable UnitPath unit,
        @Nullable String county,
        @Nullable ServiceLevel level,
        @Nullable StaffGroup staffGroup) {

    /** All that is known of somebody who works there; of a unit that is not known, nothing but the staff group. */
    static Traits of(@Nullable Unit unit, @Nullable StaffGroup staffGroup) {
        return unit == null
                ? new Traits(null, null, null, staffGroup)
                : new Traits(unit.path(), unit.county(), unit.level(), staffGroup);
    }

    private static final List<List<UnaryOperator<Traits>>> ORDERS = List.of(
            List.of(Traits::withoutUnit, Traits::withoutCounty, Traits::withoutLevel, Traits::withoutAnything),
            List.of(Traits::withoutUnit, Traits::withoutStaffGroup, Traits::withoutLevel, Traits::withoutAnything),
            List.of(Traits::withoutUnit, Traits::withoutLevel, Traits::withoutStaffGroup, Traits::withoutAnything),
            List.of(Traits::withoutStaffGroup, Traits::withoutUnit, Traits::withoutLevel, Traits::withoutAnything),
            List.of(Traits::withoutStaffGroup, Traits::withoutUnit, Traits::withoutCounty, Traits::withoutAnything));

    private Traits withoutUnit() {
        return new Traits(null, county, level, staffGroup);
    }

    private Traits withoutCounty() {
        return new Traits(null, null, level, staffGroup);
    }

    private Traits withoutLevel() {
        return new Traits(unit, county, null, staffGroup);
    }

    private Traits withoutStaffGroup() {
        return new Traits(unit, county, level, null);
    }

    private Traits withoutAnything() {
        return new Traits(null, null, null, null);
    }

    /**
     * How answers of a round lose traits: what must be seen whole is kept longest. What each choice keeps is simulated
     * ({@code KeptWholeTest}, {@code docs/statistics.md}): with these worths all staff groups, or all counties, stay whole; with the
     * county worth more than the staff group, as it was until December 2026, leaders seldom did.
     */
    static Coarsening<Traits> coarsening(Round.First first) {
        return switch (first) {
            case STAFF_GROUP -> coarsening(2, 4, 3, 8);
            case UNIT -> coarsening(9, 4, 2, 2);
            case REGION -> coarsening(2, 12, 3, 5);
        };
    }

    /** The same with other worths. */
    static Coarsening<Traits> coarsening(int unit, int county, int level, int staffGroup) {
        return new Coarsening<>(ORDERS, it -> it.worth(unit, county, level, staffGroup));
    }

    private int worth(int ofUnit, int ofCounty, int ofLevel, int ofStaffGroup) {
        return (unit == null ? 0 : ofUnit)
                + (county == null ? 0 : ofCounty)
                + (level == null ? 0 : ofLevel)
                + (staffGroup == null ? 0 : ofStaffGroup);
    }
}
