/** What the pages of a unit's journey have in common. */
@NullMarked
package no.samtidig.improvement.web;

import org.jspecify.annotations.NullMarked;
