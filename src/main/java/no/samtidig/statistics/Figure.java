package no.samtidig.statistics;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** A number that was computed, or the reason why it cannot be. There is no number that means "unknown". */
public sealed interface Figure {
    /** A number; never NaN. */
    record Known(double value) implements Figure {
        public Known {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a figure that is no number needs a reason");
            }
        }
    }

    /** No number, and why. */
    record Unknown(Undefined why) implements Figure {}

    static Figure of(double value) {
        return new Known(value);
    }

    static Figure undefined(Undefined why) {
        return new Unknown(why);
    }

    /** The number; empty where there is none. */
    default Optional<Double> number() {
        return switch (this) {
            case Known it -> Optional.of(it.value);
            case Unknown _ -> Optional.empty();
        };
    }

    /** Why there is no number; empty where there is one. */
    default Optional<Undefined> reason() {
        return switch (this) {
            case Known _ -> Optional.empty();
            case Unknown it -> Optional.of(it.why);
        };
    }

    /** The same reason, or what is made of the number. */
    default Figure map(DoubleUnaryOperator change) {
        return switch (this) {
            case Known it -> of(change.applyAsDouble(it.value));
            case Unknown it -> it;
        };
    }
}
