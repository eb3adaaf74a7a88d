package no.samtidig.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import no.samtidig.platform.Page;
import no.samtidig.platform.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server itself refuses, before any of our code: a malformed address, too large a form. */
@Controller
class ProblemController implements ErrorController {
    @Open("a problem page shows nothing of anybody")
    @RequestMapping("/error")
    Page problem(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ProblemPage.of(
                switch (status instanceof Integer code ? code : 404) {
                    case 400 -> Problem.NOT_UNDERSTOOD;
                    case 403 -> Problem.FOREIGN_FORM;
                    case 405 -> Problem.WRONG_METHOD;
                    case 413 -> Problem.TOO_LARGE;
                    case 500 -> Problem.UNEXPECTED;
                    case 503 -> Problem.DATABASE_AWAY;
                    default -> Problem.NOT_FOUND;
                });
    }
}
