/**
 * The agreement between a unit and its region: fourteen clauses, hours shown before anybody says yes, a team, and the ten points that must
 * stand before the unit is anchored. Versions: who changes a clause that is filled in, or the team, makes a new one, and both sides say
 * yes anew. Also what happens when a leader or a coach is exchanged, and when somebody stops.
 *
 * <p>Invariants: a version that was made never changes, and keeps the words of its clauses; a yes is to one version; nothing is deleted.
 */
@NullMarked
package no.samtidig.improvement.agreement;

import org.jspecify.annotations.NullMarked;
