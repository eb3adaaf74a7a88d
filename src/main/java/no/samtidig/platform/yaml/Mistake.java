package no.samtidig.platform.yaml;

/**
 * A kind of mistake in a text. Whoever starts the application is told in English; whoever typed the text in the browser is told in their
 * own language, under the key and with the same arguments.
 */
public interface Mistake {
    /** Of the sentence that says what is wrong and what to do. */
    String key();

    /** In English, without full stop; {@code %1$s} is the first argument. */
    String what();

    /** An imperative in English, without full stop. */
    String whatToDo();
}
