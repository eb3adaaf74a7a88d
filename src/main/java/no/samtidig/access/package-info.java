/**
 * Who may do what, where: accounts, roles on scopes, invitations, sign-in, new passwords, sessions, the audit log.
 *
 * <p>It does not know what the other modules do with a permission. Identity providers (HelseID, ID-porten, Feide) come through
 * {@code interoperability}.
 *
 * <p>Invariants: everything is denied until a handler's one line allows it; "not yours" answers as "does not exist"; a person acts in
 * one role at a time; a removed role stops within a minute; the audit log only grows; whether an account exists is never told; nobody
 * gives a role that reaches further than their own; a one-time link is used up by a POST, never by a GET, and never stands readable in
 * the database.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation"})
@NullMarked
package no.samtidig.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
