package no.samtidig.improvement.calibration;

import no.samtidig.access.AuditAction;

/** What the audit log tells about coaches' ratings of fictional units. */
public enum CalibrationAction implements AuditAction {
    RATED;

    @Override
    public String kind() {
        return "calibration";
    }
}
