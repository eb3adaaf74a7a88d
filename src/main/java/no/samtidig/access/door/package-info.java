/**
 * What stands at the door so that a crowd in front of it does not stop those inside: hashing with its own few threads, devices that
 * have been let in before, and addresses from which many wrong passwords come. It knows no accounts (ADR 0027).
 */
@NullMarked
package no.samtidig.access.door;

import org.jspecify.annotations.NullMarked;
