package no.samtidig.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.samtidig.platform.Norway;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.StartProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Templates, files, headers. */
@Configuration
class WebConfiguration {
    /** Every answer carries this. No inline script or style, no nonce, no third party. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "media-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

    static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()";

    static final List<HeaderWriter> HEADERS = List.of(
            // tells our answers from those of a network or a proxy on the way: a browser keeps no other as a lesson's
            // copy
            new StaticHeadersWriter("Samtidig", "1"),
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
            new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new XContentTypeOptionsHeaderWriter(),
            new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
            new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"),
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY));

    @Bean
    Clock clock() {
        return Clock.system(Norway.ZONE);
    }

    @Bean
    PublicAddress publicAddress(@Value("${samtidig.address}") String setting) {
        try {
            return new PublicAddress(URI.create(setting));
        } catch (IllegalArgumentException _) {
            throw new StartProblem(
                    "The public address “" + setting + "” is not a scheme and a host.",
                    "Set samtidig.address to something like https://samtidig.example.org, without a path or a slash at the end.");
        }
    }

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** What every page loads, and choices of a browser, also on pages where nobody is known; and whether the service is up. */
    @Bean
    WithoutSession filesWithoutSession() {
        return WithoutSession.at("/a/**", "/sprak", "/utseende", "/enhet", "/helse");
    }

    /** Outermost, so that every answer carries them: pages, files, and what is refused before a handler is reached. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headers() {
        FilterRegistrationBean<HeaderWriterFilter> filter =
                new FilterRegistrationBean<>(new HeaderWriterFilter(HEADERS));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The library's firewall against malformed requests; who may do what is asked in each handler. */
    @Bean
    SecurityFilterChain firewall(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.disable())
                .build();
    }

    @Configuration
    static class Mvc implements WebMvcConfigurer {
        private final ObjectProvider<PageRenderer> renderer;
        private final ObjectProvider<Views> views;

        Mvc(ObjectProvider<PageRenderer> renderer, ObjectProvider<Views> views) {
            this.renderer = renderer;
            this.views = views;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new LanguageArgument());
        }

        /** Spring would forward to a page that reads the form once more; {@link Faults} answers without reading it. */
        @Override
        public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
            resolvers.addFirst((request, response, handler, failure) -> {
                if (failure instanceof MaxUploadSizeExceededException tooLarge) {
                    throw tooLarge;
                }
                return null;
            });
        }

        @Override
        public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
            handlers.add(new ReplyHandler(renderer.getObject(), views.getObject()));
        }

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/film/*/*.mp4", "/film/*/*.vtt")
                    .addResourceLocations("classpath:/content/films/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
            registry.addResourceHandler("/a/**")
                    .addResourceLocations("classpath:/static/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .resourceChain(true)
                    .addResolver(new EncodedResourceResolver())
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }
}
