/** Signing in and out, invitations, the account, and what is kept about a person. */
@NullMarked
package no.samtidig.access.web;

import org.jspecify.annotations.NullMarked;
