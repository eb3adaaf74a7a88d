package no.samtidig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The jar begins here. Compiled for an older Java than all the rest, so that it can say in one line that a newer one is needed; anything
 * else would be a page of class loading.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    /** Starts the application, on a Java that can. */
    public static void main(String[] args) throws ReflectiveOperationException {
        int here = Runtime.version().feature();
        if (here < NEEDED) {
            System.err.println("Samtidig cannot start: it needs Java " + NEEDED + ", and this is Java " + here
                    + ". Install one (for example Temurin " + NEEDED + ") and start with its bin/java.");
            System.exit(1);
        }
        Method main = Class.forName("no.samtidig.Samtidig").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) args);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw failure;
        }
    }
}
