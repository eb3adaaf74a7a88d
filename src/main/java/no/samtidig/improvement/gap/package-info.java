/** GAP: the rounds in which a unit says how it does things and how often it ought to, and what came out of them. */
@NamedInterface("gap")
@NullMarked
package no.samtidig.improvement.gap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
