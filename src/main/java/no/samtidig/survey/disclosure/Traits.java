package no.samtidig.survey.disclosure;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import no.samtidig.organisation.ServiceLevel;
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

    /** How answers of a round lose traits: what its results are divided by first is kept longest. */
    static Coarsening<Traits> coarsening(Round.First first) {
        ToIntFunction<Traits> worth =
                switch (first) {
                    case STAFF_GROUP -> it -> it.worth(2, 6, 3, 5);
                    case UNIT -> it -> it.worth(9, 4, 2, 2);
                };
        return new Coarsening<>(ORDERS, worth);
    }

    private int worth(int ofUnit, int ofCounty, int ofLevel, int ofStaffGroup) {
        return (unit == null ? 0 : ofUnit)
                + (county == null ? 0 : ofCounty)
                + (level == null ? 0 : ofLevel)
                + (staffGroup == null ? 0 : ofStaffGroup);
    }
}
