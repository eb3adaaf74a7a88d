package no.samtidig.platform.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A constant of an enum with a code: what it is called in the database, in addresses and forms, and in the keys of texts. A code
 * never changes once it has been written somewhere, so a constant that gets a better name keeps its old code.
 */
public interface Coded {
    /** The constant's name; every enum has it. */
    String name();

    /** The name in lower case with hyphens, where the enum gives no code of its own. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this code; empty where there is none. */
    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.code().equals(code))
                .findFirst();
    }
}
