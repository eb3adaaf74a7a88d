package no.samtidig.access;

import java.util.List;

/** Ready-made people to sign in as, where the demo world exists. In production nothing implements this. */
public interface SignInOffers {
    /** One button a role. */
    List<Offer> offers();

    /**
     * A made-up person.
     *
     * @param role what they are here as
     * @param name full name
     * @param place where they work
     */
    record Offer(Role role, String name, String place) {}
}
