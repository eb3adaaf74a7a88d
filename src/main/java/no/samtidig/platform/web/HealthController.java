package no.samtidig.platform.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Up or down, and no more: for whoever watches the service. */
@Controller
class HealthController {
    private final DataSource database;

    HealthController(DataSource database) {
        this.database = database;
    }

    @Open("says only up or down")
    @GetMapping(value = "/helse", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> health() {
        return databaseAnswers()
                ? ResponseEntity.ok("oppe\n")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("nede\n");
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }
}
