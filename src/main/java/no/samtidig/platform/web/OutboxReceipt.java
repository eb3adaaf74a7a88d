package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.platform.Problem;

/**
 * What the browser's outbox is told. It asks with the header {@code Samtidig-Outbox}; the answer carries the same header, so that no
 * other answer on the way (a network's own sign-in page, say) can be taken for a receipt. What was done and would have led to another page
 * is {@code received} with 204; a page of ours is {@code page}; a problem is its name.
 */
final class OutboxReceipt {
    static final String RECEIVED = "received";
    static final String PAGE = "page";

    private static final String HEADER = "Samtidig-Outbox";

    private OutboxReceipt() {}

    static boolean asked(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }

    static void say(HttpServletRequest request, HttpServletResponse response, String what) {
        if (asked(request)) {
            response.setHeader(HEADER, what);
        }
    }

    static void say(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        say(request, response, problem.code());
    }
}
