/** Coaches' exercise in rating alike, under {@code /regionen/veiledning/ovelse}. */
@NullMarked
package no.samtidig.improvement.web.calibration;

import org.jspecify.annotations.NullMarked;
