/** Short names for things: codes of enums, slugs, codes that people type, and digests. */
@NullMarked
package no.samtidig.platform.code;

import org.jspecify.annotations.NullMarked;
