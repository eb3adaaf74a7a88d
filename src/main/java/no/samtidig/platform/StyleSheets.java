package no.samtidig.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which style sheets a {@link Page} needs besides the frame's own. Without it a page has {@link #PARTS} and the sheet of its module
 * (its package's: {@code learning.css}). What is in which sheet stands in {@code front-end.mjs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StyleSheets {
    /** Running text, forms and messages: what nearly every page is made of. */
    String PARTS = "parts.css";

    /** Their names, in the order they count. */
    String[] value();
}
