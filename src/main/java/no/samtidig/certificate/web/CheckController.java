package no.samtidig.certificate.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.samtidig.certificate.CertificateCode;
import no.samtidig.certificate.Checking;
import no.samtidig.certificate.Credentials;
import no.samtidig.certificate.PublicCertificate;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Checking somebody's certificate. */
@Controller
class CheckController {
    /** As the field takes; more is not echoed. */
    private static final int LONGEST_TYPED = 300;

    private final Checking checking;
    private final Credentials credentials;

    CheckController(Checking checking, Credentials credentials) {
        this.checking = checking;
        this.credentials = credentials;
    }

    @Open("an employer has no account here")
    @GetMapping("/kursbevis")
    Reply find(@RequestParam(value = "kode", required = false) @Nullable String typed) {
        if (typed == null) {
            return new FindPage("", FindPage.Wrong.NOTHING);
        }
        if (typed.isBlank()) {
            return new FindPage("", FindPage.Wrong.EMPTY);
        }
        return CertificateCode.read(typed)
                .<Reply>map(it -> new SeeOther(it.path()))
                .orElseGet(() -> new FindPage(shortened(typed), FindPage.Wrong.FORM));
    }

    @Open("who has the code may see what the holder chose to show")
    @GetMapping("/kursbevis/{kode}")
    Page one(@PathVariable("kode") String typed, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return switch (checking.look(typed, request.getRemoteAddr())) {
            case Checking.Outcome.Shown(CertificateCode code, PublicCertificate certificate) ->
                new PublicCertificatePage(code, certificate);
            case Checking.Outcome.Unknown _ -> new FindPage(shortened(typed), FindPage.Wrong.UNKNOWN);
            case Checking.Outcome.Wait _ -> {
                response.setHeader("Retry-After", String.valueOf(Checking.WINDOW.toSeconds()));
                yield new FindPage(shortened(typed), FindPage.Wrong.WAIT);
            }
        };
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    }

    @Open("an employer has no account here")
    @GetMapping("/kursbevis/kontroller")
    Page verify() {
        return new VerifyPage("", Trouble.NONE, null);
    }

    @Open("an employer has no account here; what is sent is not kept")
    @PostMapping("/kursbevis/kontroller")
    Page verify(
            @RequestParam(value = "tekst", defaultValue = "") String pasted,
            @RequestParam(value = "fil", required = false) @Nullable MultipartFile file) {
        String given = pasted.isBlank() && file != null ? content(file) : pasted.strip();
        if (given.isBlank()) {
            return new VerifyPage("", Trouble.at("tekst", "certificate.verify.trouble.empty"), null);
        }
        if (given.length() > Credentials.LONGEST) {
            return new VerifyPage(pasted.strip(), Trouble.at("tekst", "certificate.verify.trouble.long"), null);
        }
        return new VerifyPage(pasted.strip(), Trouble.NONE, credentials.check(given));
    }

    /** The file's beginning, and one byte more than can be right. */
    private static String content(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readNBytes(Credentials.LONGEST + 1), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
