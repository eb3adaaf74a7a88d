/** The holder's pages, and the pages and documents anybody can check a certificate with. */
@NullMarked
package no.samtidig.certificate.web;

import org.jspecify.annotations.NullMarked;
