package no.samtidig.organisation;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/**
 * Somewhere in the services: where a role holds, whom a survey asks, what results are for. Every place has a code, which stands in
 * forms, addresses and content: {@code no}, {@code rvts/rvts_midt}, {@code no.<owner>} or {@code no.<owner>.<unit>}. What it covers
 * today {@link Units#scope} says.
 */
public sealed interface Place {
    String code();

    /** A place that is a place in the tree, and everything below it. */
    sealed interface InTree extends Place {
        UnitPath path();

        @Override
        default String code() {
            return path().value();
        }
    }

    /** The whole of it. */
    record Country() implements InTree {
        @Override
        public UnitPath path() {
            return UnitPath.COUNTRY;
        }
    }

    /**
     * A region of one of the three layers, which is no place in the tree: the units that lie in its counties.
     *
     * @param name as the layer calls it, such as {@code rvts_midt}
     */
    record Region(RegionLayer layer, String name) implements Place {
        private static final char BETWEEN = '/';

        public Region {
            if (!UnitPath.isLabel(name)) {
                throw new IllegalArgumentException("not a region: " + name);
            }
        }

        @Override
        public String code() {
            return layer.code() + BETWEEN + name;
        }

        private static Optional<Place> read(String code) {
            int between = code.indexOf(BETWEEN);
            String name = code.substring(between + 1);
            return UnitPath.isLabel(name)
                    ? Coded.of(RegionLayer.class, code.substring(0, between)).map(layer -> new Region(layer, name))
                    : Optional.empty();
        }
    }

    /** Whoever owns units. */
    record Owner(UnitPath path) implements InTree {
        public Owner {
            if (path.depth() != 1) {
                throw new IllegalArgumentException("not an owner: " + path.value());
            }
        }
    }

    /** Where people work. */
    record Unit(UnitPath path) implements InTree {
        public Unit {
            if (path.depth() < 2) {
                throw new IllegalArgumentException("not a unit: " + path.value());
            }
        }
    }

    /** The place with this code, as somebody may have typed it; empty where none can have it. */
    static Optional<Place> of(String code) {
        return code.indexOf(Region.BETWEEN) >= 0
                ? Region.read(code)
                : UnitPath.read(code).map(it -> of(it));
    }

    /** The place there in the tree. */
    static InTree of(UnitPath path) {
        return switch (path.depth()) {
            case 0 -> new Country();
            case 1 -> new Owner(path);
            default -> new Unit(path);
        };
    }
}
