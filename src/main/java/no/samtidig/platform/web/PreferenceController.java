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

/** The reader's choices of language, colours and what the device keeps, remembered by the browser. */
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

    @Open("a choice of what a device keeps needs no account")
    @PostMapping("/enhet")
    Reply device(
            @RequestParam("enhet") String device,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnDevice.keep(Views.OWN_DEVICE.equals(device), request, response);
        return SeeOther.inside(back, "/");
    }
}
