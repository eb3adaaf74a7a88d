package no.samtidig.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;

/**
 * One person as those see them who look after roles.
 *
 * @param id whose account
 * @param name full name
 * @param email address for mail
 * @param made the day the account was made
 * @param seen the day of the last sign-in; null for never
 * @param closed the day the account was closed; null where it is open
 * @param posts every role the reader may know of, those in force first
 */
public record PersonCard(
        AccountId id,
        String name,
        String email,
        LocalDate made,
        @Nullable LocalDate seen,
        @Nullable LocalDate closed,
        List<Post> posts) {
    public PersonCard {
        posts = List.copyOf(posts);
    }

    /**
     * A role at a place, now or before.
     *
     * @param id of the grant
     * @param at where
     * @param place the same by name
     * @param since from which day
     * @param givenBy who gave it, by name; empty where nobody is known
     * @param ended the day it ended; null while it holds
     * @param endedBy who ended it, by name; empty where nobody is known
     */
    public record Post(
            UUID id,
            Role role,
            Place at,
            String place,
            LocalDate since,
            String givenBy,
            @Nullable LocalDate ended,
            String endedBy) {}

    public List<Post> held() {
        return posts.stream().filter(it -> it.ended() == null).toList();
    }

    public List<Post> former() {
        return posts.stream().filter(it -> it.ended() != null).toList();
    }
}
