package no.samtidig.platform;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of our own files, with the content's hash in them, so that a browser may keep them for ever. */
@Component
public class Assets implements SmartInitializingSingleton {
    private final ResourceUrlProvider addresses;
    private final ApplicationContext application;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider addresses, ApplicationContext application) {
        this.addresses = addresses;
        this.application = application;
    }

    /** Looks the files up before the first request: by itself the provider does so when all has started, and the server has by then. */
    @Override
    public void afterSingletonsInstantiated() {
        addresses.onApplicationEvent(new ContextRefreshedEvent(application));
    }

    /**
     * The address of one file.
     *
     * @param name file name below {@code static/}, such as {@code samtidig.css}
     * @throws NullPointerException if there is no such file
     */
    public String address(String name) {
        return known.computeIfAbsent(
                name,
                it -> Objects.requireNonNull(addresses.getForLookupPath("/a/" + it), () -> "no file static/" + it));
    }
}
