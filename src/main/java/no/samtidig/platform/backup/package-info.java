/**
 * Backups of the whole database, restores of them into an empty place, and the drill that shows that they work; and what keeps erased
 * people erased after a restore. Knows no table by name but its own: everything comes from the database's catalogue.
 */
@NullMarked
package no.samtidig.platform.backup;

import org.jspecify.annotations.NullMarked;
