/** How units have changed since their own start, in a region and in the country. */
@NullMarked
package no.samtidig.improvement.web.change;

import org.jspecify.annotations.NullMarked;
