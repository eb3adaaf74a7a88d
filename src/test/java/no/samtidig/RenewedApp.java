package no.samtidig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The class, or one test, works on a shared application that is as new when it begins, moves its clock as it likes, and leaves it as new.
 * On a test in a class that keeps something in the application for all its tests, name another shared one than the class's.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RenewedApp.Renewal.class)
public @interface RenewedApp {
    /** Which of the shared ones. */
    SharedApp value() default SharedApp.PLAIN;

    /** Whether every test needs it as new, and not only the class. */
    boolean eachTest() default false;

    /** Renews. */
    class Renewal implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            byClass(context).ifPresent(it -> it.value().renew());
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            byClass(context)
                    .filter(RenewedApp::eachTest)
                    .ifPresent(it -> it.value().renew());
            byTest(context).ifPresent(it -> it.value().renew());
        }

        @Override
        public void afterEach(ExtensionContext context) {
            byTest(context).ifPresent(it -> it.value().renew());
        }

        @Override
        public void afterAll(ExtensionContext context) {
            byClass(context).ifPresent(it -> it.value().usedUp());
        }

        private static Optional<RenewedApp> byClass(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RenewedApp.class);
        }

        private static Optional<RenewedApp> byTest(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), RenewedApp.class);
        }
    }
}
