package no.samtidig.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module keeps about a person. Each module with such data has one, so that a copy is whole and nothing is left behind when an
 * account is erased.
 */
public interface PersonalData {
    /** Kind of thing to its rows, in the order to be shown. A kind is the name of a table; its text stands under {@code own-data.<kind>}. */
    Map<String, List<Map<String, Object>>> kept(AccountId account);

    /** Removes all of it for good, in the caller's transaction. */
    void erase(AccountId account);

    /**
     * What somebody is, or was before, called by others.
     *
     * @param name full name
     * @param email address, in small letters
     */
    record Identity(String name, String email) {}

    /** Removes what others wrote of an erased person's name or address, in the caller's transaction. */
    default void forget(Identity person) {}

    /** Whether it belongs to the account and goes with it only; else somebody can have it deleted and keep the account. */
    default boolean ofTheAccount() {
        return false;
    }

    /** Its kinds that are the person's own words, which their page shows as they stand: each row has a {@code question} and a {@code text}. */
    default Set<String> ownWords() {
        return Set.of();
    }
}
