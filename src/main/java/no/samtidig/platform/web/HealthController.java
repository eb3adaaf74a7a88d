package no.samtidig.platform.web;

import java.nio.charset.StandardCharsets;
import no.samtidig.platform.database.Connections;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Two words for whoever watches the service. Neither asks who is asking: no session is read. */
@Controller
class HealthController {
    private final Connections database;
    private final Leaving leaving;

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    HealthController(Connections database, Leaving leaving) {
        this.database = database;
        this.leaving = leaving;
    }

    @Bean
    static WithoutSession healthWithoutSession() {
        return WithoutSession.at("/helse", "/helse/klar");
    }

    /** For whoever watches: does it work? */
    @Open("says only up or down")
    @GetMapping("/helse")
    ResponseEntity<String> health() {
        return word(database.answers(), "oppe", "nede");
    }

    /** For a balancer: should people be sent here? Not before all has started, and not any more when the node is about to stop. */
    @Open("says only ready or not")
    @GetMapping("/helse/klar")
    ResponseEntity<String> ready() {
        return word(leaving.isRunning() && database.answers(), "klar", "ikke klar");
    }

    private static ResponseEntity<String> word(boolean good, String yes, String no) {
        return ResponseEntity.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(PLAIN) // whatever is asked for: who watches by JSON shall not take 404 for a dead node
                .body((good ? yes : no) + "\n");
    }
}
