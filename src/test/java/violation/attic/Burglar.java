package violation.attic;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import violation.attic.web.Window;
import violation.cellar.inner.Secret;

/** Breaks one rule of each kind; the architecture tests must catch every one of them. */
@Controller
public class Burglar {
    /** Uses the inside of another module. */
    public Secret secret() {
        return new Secret();
    }

    /** Uses a room of its own module from the base. */
    public Window window() {
        return new Window();
    }

    /** A route that asks for no permission and is not marked as open. */
    @GetMapping("/innbrudd")
    public String route() {
        return "in";
    }

    /** Reads the machine's clock. */
    public Instant now() {
        return Instant.now();
    }

    /** A name that says nothing. */
    public static class ThingManager {}

    /** SQL that anybody can call. */
    public static class ThingStore {}

    /** A page without a template. */
    public record LostPage() implements no.samtidig.platform.Page {}
}
