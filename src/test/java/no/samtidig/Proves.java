package no.samtidig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.samtidig.trust.Promise;

/** Says that the tests of a class prove a promise. They stand on the page {@code /tillit}, with when they were last run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proves {
    /** The promises, one or more. */
    Promise[] value();
}
