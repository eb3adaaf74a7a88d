package no.samtidig.trust.web;

import no.samtidig.platform.Page;
import no.samtidig.platform.web.Open;
import no.samtidig.trust.Proofs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What can be relied on, and why. */
@Controller
class TrustController {
    private final Proofs proofs;

    TrustController(Proofs proofs) {
        this.proofs = proofs;
    }

    @Open("whoever is asked to trust it may read why before signing in")
    @GetMapping("/tillit")
    Page promises() {
        return new TrustPage(proofs.all());
    }
}
