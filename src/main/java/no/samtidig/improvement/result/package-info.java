/**
 * What a GAP round showed one unit: strengths first, areas in three tiers, words where few answered, nothing where fewer than five did.
 * Source of the rules: {@code journey.md} section 3 in the programme's design.
 *
 * <p>Invariants: nothing here tells what one person answered, nor that all said the same; statements are never ranked or numbered; leader
 * and staff see the same.
 */
@NullMarked
package no.samtidig.improvement.result;

import org.jspecify.annotations.NullMarked;
