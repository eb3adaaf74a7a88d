/**
 * Disclosure control: letting answers out of their envelopes, and how much of an answerer is kept beside them, so that nobody is alone
 * with theirs.
 */
@NullMarked
package no.samtidig.survey.disclosure;

import org.jspecify.annotations.NullMarked;
