package no.samtidig.statistics;

import java.util.Optional;

/**
 * What is more than one number, or the reason why it cannot be told. Of single numbers see {@link Figure}.
 *
 * @param <T> what is told
 */
public sealed interface Told<T> {
    /** It could be computed. */
    record Known<T>(T what) implements Told<T> {}

    /** It could not, and why. */
    record Unknown<T>(Undefined why) implements Told<T> {}

    static <T> Told<T> of(T what) {
        return new Known<>(what);
    }

    static <T> Told<T> undefined(Undefined why) {
        return new Unknown<>(why);
    }

    /** What is told; empty where it cannot be. */
    default Optional<T> optional() {
        return switch (this) {
            case Known<T> it -> Optional.of(it.what);
            case Unknown<T> _ -> Optional.empty();
        };
    }
}
