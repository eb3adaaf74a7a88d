/** Coaching: the talks between a unit's leader and the regional contact, proposed, moved, held, and what was agreed in them. */
@NamedInterface("coaching")
@NullMarked
package no.samtidig.improvement.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
