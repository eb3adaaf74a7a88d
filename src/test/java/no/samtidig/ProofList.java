package no.samtidig;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import no.samtidig.trust.Promise;
import no.samtidig.trust.Proof;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.w3c.dom.Element;

/**
 * Writes which tests prove which promise, and how it went, into the package: the last step of the build before packaging ({@code proofs.xml}).
 * A report counts only if it is newer than the file that says which code was tested: what was run on other code was not run.
 */
public final class ProofList {
    private ProofList() {}

    /** Arguments: the list to write, Surefire's folder of reports, and the file that says since when the code is as it is. */
    public static void main(String... arguments) throws IOException {
        Path list = Path.of(arguments[0]);
        Files.createDirectories(list.getParent());
        Files.write(
                list,
                of(Path.of(arguments[1]), Path.of(arguments[2])).stream()
                        .map(Proof::line)
                        .toList());
    }

    /** The classes of tests that say what they prove. */
    static List<Class<?>> classes() {
        return ReflectionSupport.findAllClassesInPackage(
                        "no.samtidig", it -> it.isAnnotationPresent(Proves.class), _ -> true)
                .stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    public static List<Proof> of(Path reports, Path code) {
        return Arrays.stream(Promise.values())
                .flatMap(promise -> classes().stream()
                        .filter(it -> Arrays.asList(
                                        it.getAnnotation(Proves.class).value())
                                .contains(promise))
                        .map(it -> new Proof(promise, it.getSimpleName(), tries(it), run(it, reports, code))))
                .toList();
    }

    static List<String> tries(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(it -> AnnotationSupport.isAnnotated(it, Testable.class))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private static Proof.@Nullable Run run(Class<?> test, Path reports, Path code) {
        Path report = reports.resolve("TEST-" + test.getName() + ".xml");
        try {
            FileTime ended = Files.exists(report) ? Files.getLastModifiedTime(report) : null;
            if (ended == null || !Files.exists(code) || ended.compareTo(Files.getLastModifiedTime(code)) < 0) {
                return null;
            }
            Element suite = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            boolean whole = number(suite, "tests") >= tries(test).size();
            boolean failed = number(suite, "failures") + number(suite, "errors") > 0;
            return whole || failed ? new Proof.Run(ended.toInstant(), failed, number(suite, "skipped")) : null;
        } catch (Exception failure) {
            throw new IllegalStateException("cannot read " + report, failure);
        }
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }
}
