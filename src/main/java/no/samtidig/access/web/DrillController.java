package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.access.DrillVisitor;
import no.samtidig.platform.backup.DrillPass;
import no.samtidig.platform.web.Open;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The drill's way in. Exists only in the application that a drill starts on what it restored. */
@Controller
@ConditionalOnBean(DrillPass.class)
class DrillController {
    private final DrillVisitor drill;

    DrillController(DrillVisitor drill) {
        this.drill = drill;
    }

    @Open("the drill knows nobody's password; its word is good once, in its own process")
    @PostMapping("/gjenopprettingsovelse")
    ResponseEntity<Void> signIn(
            @RequestParam("ord") String word, HttpServletRequest request, HttpServletResponse response) {
        return ResponseEntity.status(
                        drill.signIn(word, request, response) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }
}
