package no.samtidig.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.samtidig.platform.Assets;
import no.samtidig.platform.Language;
import no.samtidig.platform.Menu;
import no.samtidig.platform.Readers;
import no.samtidig.platform.Texts;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Makes the {@link View} of a request: the reader's language and colours from their cookies, the reader from the session. */
@Component
public class Views {
    static final String LANGUAGE_COOKIE = "sprak";

    /** The request attribute with the language to answer in, before the cookie's. */
    static final String LANGUAGE_ATTRIBUTE = "sprak";

    static final String SCHEME_COOKIE = "utseende";
    static final String DEVICE_COOKIE = "enhet";

    /** The value that says so, in the cookie and in forms. */
    static final String OWN_DEVICE = "egen";

    private final Texts texts;
    private final ObjectProvider<Readers> readers;
    private final Assets assets;
    private final boolean development;

    Views(Texts texts, ObjectProvider<Readers> readers, Assets assets, Environment environment) {
        this.texts = texts;
        this.readers = readers;
        this.assets = assets;
        this.development = environment.getProperty("samtidig.development", Boolean.class, false)
                && !environment.matchesProfiles("production");
    }

    View of(HttpServletRequest request) {
        Language language = language(request);
        Readers known = readers.getIfAvailable();
        return view(request, language, known == null ? null : known.person(request, language));
    }

    /** A view that asks nothing of the session or the database: for problem pages when they are what failed. */
    View withoutReader(HttpServletRequest request) {
        return view(request, language(request), null);
    }

    /** A view for a request that could not be read: nothing of it is used. */
    View unread() {
        return new View(
                Language.NB,
                texts,
                "/",
                View.Scheme.AUTO,
                open(Language.NB),
                null,
                false,
                development,
                assets,
                List.of());
    }

    private View view(HttpServletRequest request, Language language, View.@Nullable Person person) {
        return new View(
                language,
                texts,
                path(request),
                scheme(request),
                open(language),
                person,
                ownDevice(request),
                development,
                assets,
                List.of());
    }

    private Menu open(Language language) {
        Readers known = readers.getIfAvailable();
        return known == null ? Menu.EMPTY : known.menu(language);
    }

    /** Where a change of language returns to: this page, or the page a form was sent from. */
    private static String path(HttpServletRequest request) {
        if ("POST".equals(request.getMethod())) {
            String from = request.getHeader("Referer");
            String site = request.getScheme() + "://" + request.getHeader("Host");
            return from != null && from.startsWith(site + "/") ? from.substring(site.length()) : "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The language a handler asked for, else the chosen one, else the first of the browser's languages that we have, else bokmål. */
    public static Language language(HttpServletRequest request) {
        return request.getAttribute(LANGUAGE_ATTRIBUTE) instanceof Language spoken
                ? spoken
                : chosenLanguage(request).orElseGet(() -> ofBrowser(request));
    }

    static Optional<Language> chosenLanguage(HttpServletRequest request) {
        return cookie(request, LANGUAGE_COOKIE).flatMap(Language::of);
    }

    private static Language ofBrowser(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Language.NB;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Views::ours)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.NB);
    }

    private static Optional<Language> ours(Locale locale) {
        return "no".equals(locale.getLanguage()) ? Optional.of(Language.NB) : Language.of(locale.getLanguage());
    }

    private static View.Scheme scheme(HttpServletRequest request) {
        return cookie(request, SCHEME_COOKIE).map(Views::scheme).orElse(View.Scheme.AUTO);
    }

    /** Whether the reader has said that the device is their own. Nothing said means shared, except in the demo. */
    boolean ownDevice(HttpServletRequest request) {
        return cookie(request, DEVICE_COOKIE).map(OWN_DEVICE::equals).orElse(development);
    }

    static View.Scheme scheme(String tag) {
        return switch (tag) {
            case "light" -> View.Scheme.LIGHT;
            case "dark" -> View.Scheme.DARK;
            default -> View.Scheme.AUTO;
        };
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }
}
