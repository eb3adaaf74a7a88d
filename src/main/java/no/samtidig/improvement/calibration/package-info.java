/**
 * Whether coaches mean the same by the anchors: twice a year each rates two fictional units ({@code journey.md} section 4, <i>Drift</i>). The
 * group's agreement is told, never anybody's.
 */
@NamedInterface("calibration")
@NullMarked
package no.samtidig.improvement.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
