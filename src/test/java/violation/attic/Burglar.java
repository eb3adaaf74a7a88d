package violation.attic;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import violation.attic.web.Window;
import violation.cellar.inner.Secret;

/** Breaks one rule of each kind; the architecture tests must catch every one of them. */
@Controller
public class Burglar {
    private static final String HOUSE = "/huset";

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

    /** A route whose address nobody finds by searching for it. */
    @GetMapping(HOUSE + "/kjeller")
    public String cellar() {
        return "down";
    }

    /** A page of a whole draft that does not wait for its turn. */
    @GetMapping("/skjemaer/{slug}/brekkjern")
    public String crowbar() {
        return "crack";
    }

    /** A form that sends mail as often as one likes. */
    @PostMapping("/innbrudd/brev")
    public String threat(no.samtidig.platform.mail.Outbox outbox) {
        outbox.put("a", "b", new no.samtidig.platform.mail.Letter("Hvor er sølvtøyet?", ""));
        return "sent";
    }

    /** A page of answering a survey that looks who it is. */
    @GetMapping("/svar/{kode}/hvem")
    public String whoAnswers(no.samtidig.access.Visitor visitor) {
        return visitor.toString();
    }

    /** A store of their own. */
    public ThingStore store() {
        return new ThingStore();
    }

    /** Reads the machine's clock. */
    public Instant now() {
        return Instant.now();
    }

    /** What can be carried away. */
    public sealed interface Haul {
        record Spoon() implements Haul {}

        record Lamp() implements Haul {}
    }

    /** A switch over a sealed type that swallows what is added to it. */
    public int carriedByDefault(Haul haul) {
        return switch (haul) {
            case Haul.Spoon _ -> 1;
            default -> 0;
        };
    }

    /** The same in other words. */
    public int carriedByAll(Haul haul) {
        return switch (haul) {
            case Haul.Spoon _ -> 1;
            case Haul _ -> 0;
        };
    }

    /** Breaks nothing: every case has a name. */
    public int carried(Haul haul) {
        return switch (haul) {
            case Haul.Spoon _ -> 1;
            case Haul.Lamp _ -> 2;
        };
    }

    /** A name that says nothing. */
    public static class ThingManager {}

    /** SQL that anybody can call. */
    public static class ThingStore {}

    /** A page without a template. */
    public record LostPage() implements no.samtidig.platform.Page {}
}
