/** The pages of a unit's goals and actions. */
@NullMarked
package no.samtidig.improvement.web.action;

import org.jspecify.annotations.NullMarked;
