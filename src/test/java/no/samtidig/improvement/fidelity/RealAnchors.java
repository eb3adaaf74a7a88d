package no.samtidig.improvement.fidelity;

import org.springframework.core.io.DefaultResourceLoader;

/** The anchors for tests. */
public final class RealAnchors {
    private RealAnchors() {}

    /** Those that are packed with the application. */
    public static Anchors real() {
        return new Anchors(new DefaultResourceLoader(), "classpath:content/");
    }
}
