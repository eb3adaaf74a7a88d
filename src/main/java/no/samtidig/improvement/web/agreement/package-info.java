/** The agreement's pages: reading, filling in, saying yes, the checklist, and the same on paper. */
@NullMarked
package no.samtidig.improvement.web.agreement;

import org.jspecify.annotations.NullMarked;
