package no.samtidig.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.Killable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** What {@code bin/test} goes by: {@code quick} leaves out what is tagged as slow, and a module has the tests of its package and of its tag. */
final class TestTags {
    private static final String BROWSER = "browser";
    private static final String FAULTS = "faults";
    private static final String AUDITOR = "auditor";

    static final Map<String, ArchRule> RULES = Map.of(
            "a test in a browser is tagged browser",
            tagged(
                    BROWSER,
                    it -> it.getPackageName().startsWith("no.samtidig.browser")
                            || uses(it, other -> other.getPackageName().startsWith("com.microsoft.playwright"))),
            "a test that takes a server away is tagged faults",
            tagged(
                    FAULTS,
                    it -> it.getPackageName().startsWith("no.samtidig.faults")
                            || uses(it, other -> other.isEquivalentTo(Killable.class))
                            || whole(it)
                                    .flatMap(part -> part.getMethodCallsFromSelf().stream())
                                    .anyMatch(call -> call.getName().equals("destroyForcibly"))),
            "an auditor is tagged auditor",
            tagged(
                    AUDITOR,
                    it -> outermost(it).getSimpleName().contains("Auditor")
                            || outermost(it).getSimpleName().contains("Attack")
                            || uses(it, other -> other.getSimpleName().endsWith("Auditor"))),
            "a test outside the packages of the modules is tagged with the module that it is about",
            tests("say which module", it -> inAModule(it) || tags(it).stream().anyMatch(modules()::contains)),
            "a tag is a module or a kind of slow test",
            tests(
                    "have no other tags",
                    it -> tags(it).stream()
                            .allMatch(tag -> Set.of(BROWSER, FAULTS, AUDITOR).contains(tag)
                                    || modules().contains(tag))));

    private TestTags() {}

    private static ArchRule tagged(String tag, Predicate<JavaClass> which) {
        return tests("be tagged " + tag, it -> !which.test(it) || tags(it).contains(tag));
    }

    private static ArchRule tests(String what, Predicate<JavaClass> follows) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe(
                        "hold tests",
                        it -> it.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class))))
                .should(new ArchCondition<JavaClass>(what) {
                    @Override
                    public void check(JavaClass it, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                it, follows.test(it), it.getName() + " should " + what + "; it has " + tags(it)));
                    }
                });
    }

    private static Set<String> modules() {
        return House.MODULES.stream().map(it -> it.getIdentifier().toString()).collect(Collectors.toSet());
    }

    /** Those that test the house as a whole have no module. */
    private static boolean inAModule(JavaClass it) {
        return Stream.concat(modules().stream(), Stream.of("architecture"))
                .map(module -> "no.samtidig." + module)
                .anyMatch(module -> it.getPackageName().equals(module)
                        || it.getPackageName().startsWith(module + "."));
    }

    private static Set<String> tags(JavaClass it) {
        Set<String> found = new TreeSet<>();
        it.tryGetAnnotationOfType(Tag.class).ifPresent(tag -> found.add(tag.value()));
        it.tryGetAnnotationOfType(Tags.class).ifPresent(tags -> {
            for (Tag tag : tags.value()) {
                found.add(tag.value());
            }
        });
        it.getEnclosingClass().ifPresent(outer -> found.addAll(tags(outer)));
        return found;
    }

    private static JavaClass outermost(JavaClass it) {
        return it.getEnclosingClass().map(TestTags::outermost).orElse(it);
    }

    /** A class with all that stands inside it. */
    private static Stream<JavaClass> whole(JavaClass it) {
        String name = outermost(it).getName();
        return it.getPackage().getClasses().stream()
                .filter(part -> part.getName().equals(name) || part.getName().startsWith(name + "$"));
    }

    private static boolean uses(JavaClass it, Predicate<JavaClass> what) {
        return whole(it)
                .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> what.test(dependency.getTargetClass()));
    }
}
