package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's choice of language and colours, kept in the browser for a year. */
@Controller
class PreferenceController {
    @Open("a choice of language needs no account")
    @PostMapping("/sprak")
    Reply language(
            @RequestParam("sprak") String tag,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Language.of(tag).orElseThrow(ProblemException::notFound);
        Preferences.keep(language, request, response);
        return SeeOther.inside(back, "/");
    }

    @Open("a choice of colours needs no account")
    @PostMapping("/utseende")
    Reply scheme(
            @RequestParam("utseende") String tag,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preferences.keep(Views.scheme(tag), request, response);
        return SeeOther.inside(back, "/");
    }
}
