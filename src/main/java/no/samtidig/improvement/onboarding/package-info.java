/**
 * New colleagues of a unit: who came after its first results meeting, and whether they have completed two lessons within a month.
 * Knows no more than the leader's list of staff shows.
 */
@NullMarked
package no.samtidig.improvement.onboarding;

import org.jspecify.annotations.NullMarked;
