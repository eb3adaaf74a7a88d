package no.samtidig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The class works on a shared application that is as new when it begins, moves its clock as it likes, and leaves it as new. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RenewedApp.Renewal.class)
public @interface RenewedApp {
    /** Which of the shared ones. */
    SharedApp value() default SharedApp.PLAIN;

    /** Whether every test needs it as new, and not only the class. */
    boolean eachTest() default false;

    /** Renews. */
    class Renewal implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            asked(context).value().renew();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            if (asked(context).eachTest()) {
                asked(context).value().renew();
            }
        }

        @Override
        public void afterAll(ExtensionContext context) {
            asked(context).value().usedUp();
        }

        private static RenewedApp asked(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RenewedApp.class)
                    .orElseThrow();
        }
    }
}
