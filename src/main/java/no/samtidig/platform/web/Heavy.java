package no.samtidig.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that may compute for seconds where what it is about is as large as may be: a whole draft, a file read or made. Few are at work
 * at a time ({@link HeavyWork}), so that all other pages go on meanwhile.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Heavy {}
