package no.samtidig.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import no.samtidig.platform.Page;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in.
 *
 * @param trouble what went wrong with the last code
 * @param back where to go afterwards; empty for the person's own page
 */
public record CodePage(Trouble trouble, String back) implements Page {
    static SeeOther at(@Nullable String back) {
        return new SeeOther("/logg-inn/kode"
                + (back == null || back.isEmpty() ? "" : "?retur=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
