package no.samtidig.certificate.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import no.samtidig.certificate.Credentials;
import no.samtidig.certificate.SigningKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.web.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** What another system needs to check a credential on its own: keys, issuer, achievement, and which are taken back. About nobody. */
@Controller
class CredentialController {
    private final Credentials credentials;
    private final SigningKeys keys;
    private final JsonMapper json;

    CredentialController(Credentials credentials, SigningKeys keys, JsonMapper json) {
        this.credentials = credentials;
        this.keys = keys;
        this.json = json;
    }

    @Open("public keys are public")
    @GetMapping("/kursbevis/nokler.json")
    ResponseEntity<byte[]> keys() {
        return document(keys.published(), Duration.ofHours(1));
    }

    @Open("public keys are public")
    @GetMapping("/kursbevis/nokler/{id}.json")
    ResponseEntity<byte[]> key(@PathVariable("id") UUID id) {
        return document(keys.published(id).orElseThrow(ProblemException::notFound), Duration.ofHours(1));
    }

    @Open("tells who issues")
    @GetMapping("/kursbevis/utsteder.json")
    ResponseEntity<byte[]> issuer() {
        return document(json.writeValueAsString(credentials.issuerDocument()), Duration.ofHours(1));
    }

    @Open("tells what a module holds")
    @GetMapping("/kursbevis/modul/{module}/{version}.json")
    ResponseEntity<byte[]> achievement(
            @PathVariable("module") String module, @PathVariable("version") String version, Language language) {
        return document(
                json.writeValueAsString(credentials
                        .achievementDocument(module, version, language)
                        .orElseThrow(ProblemException::notFound)),
                Duration.ofHours(1));
    }

    @Open("a credential that was taken back must be known to be so")
    @GetMapping("/kursbevis/tilbaketrukket.json")
    ResponseEntity<byte[]> revoked() {
        return document(json.writeValueAsString(credentials.revoked()), Duration.ZERO);
    }

    /** Another site's page may read it too: that is where many check a credential. */
    private static ResponseEntity<byte[]> document(String text, Duration kept) {
        return ResponseEntity.ok()
                .cacheControl(
                        kept.isZero()
                                ? CacheControl.noStore()
                                : CacheControl.maxAge(kept).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
