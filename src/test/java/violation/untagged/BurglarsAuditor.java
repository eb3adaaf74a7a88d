package violation.untagged;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import no.samtidig.Killable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slow test that does not say so, about no module; {@code bin/test} does not look for tests in a class of this name. */
@Tag("whatever")
public class BurglarsAuditor {
    /** Opens a page and takes a server away. */
    @Test
    public void slow() throws Exception {
        try (Killable server = Killable.start(Path.of("attic"))) {
            server.kill();
        }
    }

    /** In a browser. */
    public String title(Page page) {
        return page.title();
    }
}
