/** Outgoing mail: written to the outbox in the caller's transaction, sent by a job, each key once. */
@NullMarked
package no.samtidig.platform.mail;

import org.jspecify.annotations.NullMarked;
