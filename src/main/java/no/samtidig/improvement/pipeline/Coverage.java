package no.samtidig.improvement.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.samtidig.organisation.County;
import no.samtidig.organisation.OwnerKind;

/**
 * Whom the programme has reached in a region, and whom not.
 *
 * @param counties each with all its municipalities
 * @param trusts health trusts of the health region: those without units here are not known
 * @param others by kind of owner, the owners with units here
 * @param unnumbered units of municipalities that have no number, and are in no tile
 */
public record Coverage(List<InCounty> counties, List<Place> trusts, Map<OwnerKind, Counts> others, int unnumbered) {
    public Coverage {
        counties = List.copyOf(counties);
        trusts = List.copyOf(trusts);
        others = Map.copyOf(others);
    }

    /**
     * A municipality or a trust.
     *
     * @param units registered today
     */
    public record Place(String name, Reached reached, int units) {}

    /** The municipalities of a county, by name. */
    public record InCounty(County county, List<Place> municipalities) {
        public InCounty {
            municipalities = List.copyOf(municipalities);
        }

        /** Those with units here: reached first, then by name. */
        public List<Place> known() {
            return Coverage.known(municipalities);
        }

        /** The others, by name. */
        public List<Place> unknown() {
            return Coverage.unknown(municipalities);
        }

        public Counts counts() {
            return Counts.of(municipalities);
        }
    }

    /** How many are how far. */
    public record Counts(int underWay, int asked, int notAsked, int unknown) {
        /** All, those too of which nothing is known. */
        public int all() {
            return underWay + asked + notAsked + unknown;
        }

        /** So many are that far. */
        public int of(Reached reached) {
            return switch (reached) {
                case UNDER_WAY -> underWay;
                case ASKED -> asked;
                case NOT_ASKED -> notAsked;
                case UNKNOWN -> unknown;
            };
        }

        static Counts of(List<Place> places) {
            Map<Reached, Integer> counts = new EnumMap<>(Reached.class);
            places.forEach(it -> counts.merge(it.reached(), 1, Integer::sum));
            return new Counts(
                    counts.getOrDefault(Reached.UNDER_WAY, 0),
                    counts.getOrDefault(Reached.ASKED, 0),
                    counts.getOrDefault(Reached.NOT_ASKED, 0),
                    counts.getOrDefault(Reached.UNKNOWN, 0));
        }
    }

    private static List<Place> known(List<Place> all) {
        return all.stream()
                .filter(it -> it.reached() != Reached.UNKNOWN)
                .sorted(Comparator.comparing(Place::reached))
                .toList();
    }

    private static List<Place> unknown(List<Place> all) {
        return all.stream().filter(it -> it.reached() == Reached.UNKNOWN).toList();
    }

    /** Trusts with units here: reached first, then by name. */
    public List<Place> knownTrusts() {
        return known(trusts);
    }

    /** The others, by name. */
    public List<Place> unknownTrusts() {
        return unknown(trusts);
    }

    /** Of all the municipalities. */
    public Counts municipalities() {
        List<Place> all = new ArrayList<>();
        counties.forEach(it -> all.addAll(it.municipalities()));
        return Counts.of(all);
    }

    public Counts trustCounts() {
        return Counts.of(trusts);
    }
}
