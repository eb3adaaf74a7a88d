/** Numbers for whoever watches the service, on a port of their own and only where one is named. None tells of a person. */
@NullMarked
package no.samtidig.platform.metrics;

import org.jspecify.annotations.NullMarked;
