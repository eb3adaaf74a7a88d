/** What is asked in GAP: statements about practice, what each rests on, and what a unit can do about it. Read from {@code content/gap}. */
@NullMarked
package no.samtidig.improvement.instrument;

import org.jspecify.annotations.NullMarked;
