/**
 * The results meeting: what is on the shared screen, phones that vote in silence, what the leader can give time to, and the one to three
 * goals it ends in. Source of steps and minutes: {@code journey.md} section 5 in the programme's design.
 *
 * <p>Invariants: a vote belongs to a phone that nobody knows, and only until the vote is closed; then it is a number, told where five
 * voted, and never that all or none of them did. A code is good only while its meeting is open.
 */
@NamedInterface("meeting")
@NullMarked
package no.samtidig.improvement.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
