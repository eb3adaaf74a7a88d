package no.samtidig.platform.backup;

import java.io.IOException;

/** A backup is not as it was written. The message says how, and goes on after "The backup is damaged: ". */
final class DamagedBackupException extends IOException {
    DamagedBackupException(String how) {
        super(how);
    }
}
