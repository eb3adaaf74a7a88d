package no.samtidig.access;

import java.util.Locale;
import no.samtidig.platform.code.Coded;

/**
 * What a line of the audit log says was done. Each module lists its own in an enum: together they are the catalogue. The code is past
 * tense in small letters, with what the action's kind does not tell: {@code opened round}. Lines that were written before stay as they are.
 */
public interface AuditAction extends Coded {
    /** What sort of thing it is done to, such as {@code account}. */
    String kind();

    /** The name in lower case with spaces, where the constant gives no code of its own. */
    @Override
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
