package no.samtidig.access.web;

import java.util.List;
import no.samtidig.platform.Page;

/**
 * The recovery codes, while they can still be seen.
 *
 * @param codes all of them
 */
public record RecoveryCodesPage(List<String> codes) implements Page {
    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }
}
