package no.samtidig.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who works at a place.
 *
 * @param account whose
 * @param name full name
 * @param posts roles in force within what was asked for; at least one
 */
public record StaffMember(AccountId account, String name, List<Post> posts) {
    public StaffMember {
        posts = List.copyOf(posts);
    }

    /**
     * A role at a place.
     *
     * @param place the unit, by name
     */
    public record Post(Role role, String place) {}

    StaffMember with(StaffMember more) {
        return new StaffMember(
                account,
                name,
                Stream.concat(posts.stream(), more.posts.stream()).toList());
    }
}
