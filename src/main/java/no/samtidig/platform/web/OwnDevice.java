package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whose device it is. Hospitals share machines, so nothing is kept on a device until its reader says it is their own: no lessons, no unsent
 * work, and a session that ends with the browser. The form for signing in asks ({@code enhet-spurt}, {@code enhet}).
 */
@Component
public class OwnDevice implements WebMvcConfigurer, HandlerInterceptor {
    /** The request attribute that makes a new session outlive the browser's window. */
    public static final String ATTRIBUTE = "own-device";

    private static final String KNOWN = "own-device-known";

    private final ObjectProvider<Views> views;

    OwnDevice(ObjectProvider<Views> views) {
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!"POST".equals(request.getMethod())) {
            return true;
        }
        boolean asked = request.getParameter("enhet-spurt") != null;
        boolean own = asked
                ? Views.OWN_DEVICE.equals(request.getParameter("enhet"))
                : views.getObject().ownDevice(request);
        if (asked) {
            keep(own, request, response);
        }
        if (own) {
            request.setAttribute(ATTRIBUTE, true);
        }
        request.setAttribute(KNOWN, own);
        return true;
    }

    /** Whether the reader has said that the device is their own, now or earlier. */
    public boolean own(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof Boolean said
                ? said
                : views.getObject().ownDevice(request);
    }

    /** Remembers the choice: for a year that it is one's own, as long as the browser is open that it is not. */
    static void keep(boolean own, HttpServletRequest request, HttpServletResponse response) {
        Preferences.keep(
                Views.DEVICE_COOKIE,
                own ? Views.OWN_DEVICE : "delt",
                own ? Duration.ofDays(365) : Duration.ofSeconds(-1),
                request,
                response);
        if (!own) {
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
    }
}
