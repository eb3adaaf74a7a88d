package no.samtidig.organisation;

import java.util.List;

/** How a change of a place ended. Where it was not done, nothing is changed. */
public sealed interface PlaceOutcome {
    /** Done; the place is there now. */
    record Done(UnitPath at) implements PlaceOutcome {}

    /** There is no such place. */
    record Unknown() implements PlaceOutcome {}

    /** Somebody changed it since it was looked at. */
    record Stale() implements PlaceOutcome {}

    /** It is closed, or will be, and can take no such change. */
    record Ended(String name) implements PlaceOutcome {}

    /** Another owner or unit has the organisation number. */
    record NumberTaken(String name) implements PlaceOutcome {}

    /** Another owner is called so, or another unit of the same owner. */
    record NameTaken() implements PlaceOutcome {}

    /** From and to are the same. */
    record Same() implements PlaceOutcome {}

    /** No such county or municipality, or the one does not lie in the other. */
    record NoSuchCounty() implements PlaceOutcome {}

    /** The day is before today, or after the latest. */
    record WrongDay() implements PlaceOutcome {}

    /** The owner has open units, which have to go somewhere first. */
    record HasUnits(List<String> names) implements PlaceOutcome {
        public HasUnits {
            names = List.copyOf(names);
        }
    }
}
