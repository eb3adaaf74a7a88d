package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samtidig.platform.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * What Tomcat refuses before any filter of ours is reached (a broken address, headers that are too long) gets our page and our
 * headers, not Tomcat's. The page is in bokmål: a request that could not be read tells no language.
 */
@Component
class RefusedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    private final ObjectProvider<PageRenderer> renderer;
    private final ObjectProvider<Views> views;

    RefusedRequests(ObjectProvider<PageRenderer> renderer, ObjectProvider<Views> views) {
        this.renderer = renderer;
        this.views = views;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(
                    Answering.class.getName()); // else the host adds Tomcat's own, and that one would answer
            host.getPipeline().addValve(new Answering());
        });
    }

    /** The last valve before the application: whatever fails outside our filters comes back through it. */
    private final class Answering extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            AtomicBoolean open = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
            int status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST
                    || response.getContentWritten() > 0
                    || !open.get()
                    || !response.setErrorReported()) {
                return;
            }
            boolean ours = status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            if (ours) {
                LOG.error(
                        "Outside the filters: {} {}",
                        status,
                        failure == null ? "" : failure.getClass().getName());
            }
            try {
                for (HeaderWriter it : WebConfiguration.HEADERS) {
                    it.writeHeaders(request, response);
                }
                Problem problem = ours ? Problem.UNEXPECTED : Problem.NOT_UNDERSTOOD;
                renderer.getObject()
                        .write(
                                new ProblemPage(problem, null, "/", List.of()),
                                status,
                                views.getObject().unread(),
                                response);
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("Nobody waited for the answer: {}", gone.getClass().getName());
            }
        }
    }
}
