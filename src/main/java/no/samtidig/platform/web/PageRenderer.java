package no.samtidig.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import no.samtidig.platform.View;
import org.springframework.stereotype.Component;

/** Draws a page with the template that has its name. */
@Component
public class PageRenderer {
    private final TemplateEngine templates;

    PageRenderer(TemplateEngine templates) {
        this.templates = templates;
    }

    /** Writes the page with its status, never to be kept by a cache: pages differ from reader to reader. */
    void write(Page page, View view, HttpServletResponse response) throws IOException {
        write(page, page.status(), view, response);
    }

    /** The same with another status than the page's own. */
    void write(Page page, int status, View view, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(
                template(page.getClass()), Map.of("view", view.with(sheets(page.getClass())), "page", page), output);
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", view.language().tag());
        response.setHeader("Vary", "Cookie, Accept-Language");
        if (view.person() != null) {
            response.setHeader("Samtidig-Reader", view.person().key()); // whose copy it may be
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** The style sheets of a page: those it names, else the parts and its module's. */
    static List<String> sheets(Class<? extends Page> page) {
        StyleSheets own = page.getAnnotation(StyleSheets.class);
        return own != null
                ? List.of(own.value())
                : List.of(StyleSheets.PARTS, page.getPackageName().split("\\.")[2] + ".css");
    }

    static String template(Class<? extends Page> page) {
        return page.getName().replace('.', '/') + ".jte";
    }
}
