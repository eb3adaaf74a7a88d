package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import no.samtidig.platform.Download;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns the {@link Reply} a handler returns into the answer. */
final class ReplyHandler implements HandlerMethodReturnValueHandler {
    private final PageRenderer renderer;
    private final Views views;

    ReplyHandler(PageRenderer renderer, Views views) {
        this.renderer = renderer;
        this.views = views;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Reply.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch ((Reply) Objects.requireNonNull(value)) {
            case Page page -> {
                OutboxReceipt.say(request, response, OutboxReceipt.PAGE);
                renderer.write(page, page.withoutReader() ? views.withoutReader(request) : views.of(request), response);
            }
            case SeeOther other -> {
                if (OutboxReceipt.asked(request)) {
                    OutboxReceipt.say(request, response, OutboxReceipt.RECEIVED);
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                } else {
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader("Location", other.path());
                }
            }
            case Download file -> {
                response.setContentType(file.type());
                response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
                response.setHeader("Cache-Control", "no-store");
                response.setContentLength(file.content().length);
                response.getOutputStream().write(file.content());
            }
        }
    }
}
