package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.samtidig.access.Grant;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Menu;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Readers;
import no.samtidig.platform.Texts;
import no.samtidig.platform.View;
import no.samtidig.platform.web.OwnDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers their {@link Visitor}, pages their reader's name, and sessions their cookie. */
@Configuration
class VisitorConfiguration {
    @Bean
    Readers readers(SigningIn signingIn, Texts texts, Menus menus) {
        return new Readers() {
            @Override
            public View.@Nullable Person person(HttpServletRequest request, Language language) {
                return reader(
                        signingIn.visitor(request), signingIn.unused(request).orElse(null), texts, language, menus);
            }

            @Override
            public Menu menu(Language language) {
                return menus.of(null, language);
            }
        };
    }

    private static View.@Nullable Person reader(
            Visitor visitor, @Nullable Duration unused, Texts texts, Language language, Menus menus) {
        Visitor.Person person = visitor.person();
        if (person == null) {
            return null;
        }
        List<View.Choice> roles = person.grants().stream()
                .filter(it -> !it.equals(person.acting()))
                .map(it -> new View.Choice(it.id().toString(), label(it, texts, language)))
                .toList();
        return new View.Person(
                person.account().shortKey(),
                person.name(),
                label(person.acting(), texts, language),
                roles,
                menus.of(person.acting().role(), language),
                unused);
    }

    private static String label(Grant grant, Texts texts, Language language) {
        return texts.text(language, "role." + grant.role().code()) + ", " + grant.place();
    }

    /** The cookie of a session: tied to this host and to encrypted connections in production. */
    @Bean
    @Profile("production")
    DefaultCookieSerializer productionCookie() {
        DefaultCookieSerializer cookie = cookie();
        cookie.setCookieName("__Host-samtidig");
        cookie.setUseSecureCookie(true);
        return cookie;
    }

    /** In development the address has no certificate, so the cookie cannot ask for one. */
    @Bean
    @Profile("!production")
    DefaultCookieSerializer developmentCookie() {
        DefaultCookieSerializer cookie = cookie();
        cookie.setCookieName("samtidig");
        return cookie;
    }

    private static DefaultCookieSerializer cookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseBase64Encoding(false);
        cookie.setRememberMeRequestAttribute(OwnDevice.ATTRIBUTE);
        return cookie;
    }

    @Configuration
    static class Handlers implements WebMvcConfigurer {
        private final ObjectProvider<SigningIn> signingIn;

        Handlers(ObjectProvider<SigningIn> signingIn) {
            this.signingIn = signingIn;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                    if (!"POST".equals(request.getMethod()) || request.getParameter("leser") == null) {
                        return true;
                    }
                    String sender = request.getParameter("leser");
                    Visitor.Person reader =
                            signingIn.getObject().visitor(request).person();
                    if (reader != null && !reader.account().shortKey().equals(sender)) {
                        throw new ProblemException(Problem.OTHER_READER);
                    }
                    return true;
                }
            });
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HandlerMethodArgumentResolver() {
                @Override
                public boolean supportsParameter(MethodParameter parameter) {
                    return parameter.getParameterType() == Visitor.class;
                }

                @Override
                public Object resolveArgument(
                        MethodParameter parameter,
                        @Nullable ModelAndViewContainer container,
                        NativeWebRequest web,
                        @Nullable WebDataBinderFactory binder) {
                    return signingIn
                            .getObject()
                            .visitor(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
                }
            });
        }
    }
}
