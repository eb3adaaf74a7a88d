package no.samtidig.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often a route may be asked for by one person, or, where nobody is signed in, from one network address: a hospital is one address, so
 * the limits are wide, and nobody in there is stopped for what a colleague who is signed in does. Who asks too often gets
 * {@link no.samtidig.platform.Problem#TOO_OFTEN}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {
    /** What is counted together. */
    String value();

    /** So many at once. */
    int most();

    /** In so many minutes they are forgotten, evenly. */
    int minutes() default 10;
}
