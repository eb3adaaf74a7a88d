package no.samtidig.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Objects;
import no.samtidig.Samtidig;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.util.ReflectionTestUtils;

/** The classes of the house and of its tests, read once in a run: reading them takes longer than every rule together. */
final class House {
    static final ApplicationModules MODULES = ApplicationModules.of(Samtidig.class);

    /** Those that {@link #MODULES} has read; it does not give them away. */
    static final JavaClasses CLASSES =
            (JavaClasses) Objects.requireNonNull(ReflectionTestUtils.getField(MODULES, "allClasses"));

    static final JavaClasses TESTS = new ClassFileImporter()
            .importUrl(House.class.getProtectionDomain().getCodeSource().getLocation())
            .that(JavaClass.Predicates.resideInAPackage("no.samtidig.."));

    static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages("violation");

    private House() {}
}
