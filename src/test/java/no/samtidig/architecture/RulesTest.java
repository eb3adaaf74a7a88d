package no.samtidig.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.access.AuditAction;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.platform.Page;
import no.samtidig.platform.mail.MailQueue;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.Limited;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The borders between modules, as each package-info declares them, and the house rules of STYLE.md that a machine can check. Each is also tried on a class that breaks it. */
class RulesTest {
    private static final Map<String, ArchRule> RULES = Map.ofEntries(
            entry(
                    "every route asks for a permission in its handler, or says why it is open",
                    methods().that().areMetaAnnotatedWith(RequestMapping.class).should(askForAPermissionOrBeOpen())),
            entry(
                    "every mapping shows its whole address as one literal",
                    classes().that(are(handlers())).should(showWholeAddresses())),
            entry(
                    "who answers a survey or votes is nobody: what lies under /svar and /delta knows no visitor and no session",
                    methods()
                            .that()
                            .areMetaAnnotatedWith(RequestMapping.class)
                            .should(knowNobodyWhereSurveysAreAnswered())),
            entry(
                    "what may be as large as a whole draft or file waits for its turn",
                    methods()
                            .that(are(describe("routes about whole drafts and files", RulesTest::largeThing)))
                            .should()
                            .beAnnotatedWith(Heavy.class)),
            entry(
                    "who asks for mail or for a file is counted",
                    methods()
                            .that(are(describe("routes that send mail or give a file", RulesTest::sendsOrGives)))
                            .should()
                            .beAnnotatedWith(Limited.class)),
            entry("names are the field's, not a programmer's", classes().should(haveNoEmptyName())),
            entry(
                    "the clock is injected",
                    noClasses()
                            .that()
                            .areNotAssignableTo(Clock.class)
                            .should()
                            .callMethod(Instant.class, "now")
                            .orShould()
                            .callMethod(LocalDate.class, "now")
                            .orShould()
                            .callMethod(LocalDateTime.class, "now")
                            .orShould()
                            .callMethod(OffsetDateTime.class, "now")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")),
            entry(
                    "a store is its module's own",
                    classes()
                            .that()
                            .haveSimpleNameEndingWith("Store")
                            .should(new ArchCondition<JavaClass>("not be public") {
                                @Override
                                public void check(JavaClass it, ConditionEvents events) {
                                    boolean open =
                                            Modifier.isPublic(it.reflect().getModifiers());
                                    events.add(new SimpleConditionEvent(it, !open, it.getName() + " is public"));
                                }
                            })),
            entry(
                    "a store is a bean",
                    classes().that().haveSimpleNameEndingWith("Store").should().beAnnotatedWith(Repository.class)),
            entry(
                    "nobody makes a store of their own",
                    noClasses()
                            .should()
                            .callConstructorWhere(target(owner(describe(
                                    "a store",
                                    (JavaClass it) -> it.getSimpleName().endsWith("Store")))))),
            entry(
                    "a page has a template beside it",
                    classes()
                            .that()
                            .areAssignableTo(Page.class)
                            .and(are(describe("records", JavaClass::isRecord)))
                            .should(haveATemplate())),
            entry(
                    "what a module is knows nothing of its pages and rooms",
                    classes().that(are(doors())).should(notUseTheirRooms())),
            entry(
                    "what the audit log says stands in an enum, in the past tense",
                    classes()
                            .that()
                            .implement(AuditAction.class)
                            .and()
                            .areTopLevelClasses()
                            .should(sayWhatWasDone())),
            entry(
                    "packages are null-marked",
                    classes()
                            .that()
                            .areTopLevelClasses()
                            .and()
                            .resideOutsideOfPackage("gg.jte..")
                            .should(beNullMarked())));

    @Test
    void modules_use_only_what_they_declare() {
        assertThat(House.MODULES.stream().map(it -> it.getIdentifier().toString()))
                .contains(
                        "platform",
                        "organisation",
                        "access",
                        "search",
                        "evidence",
                        "catalogue",
                        "learning",
                        "certificate",
                        "questionnaire",
                        "survey",
                        "interoperability",
                        "editorial",
                        "administration");
        House.MODULES.verify();
    }

    @Test
    void a_burglar_between_modules_is_caught() {
        assertThatThrownBy(() -> ApplicationModules.of("violation", (ImportOption) _ -> true)
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Burglar")
                .hasMessageContaining("cellar");
    }

    @TestFactory
    Stream<DynamicTest> the_house_follows_each_rule() {
        return followed(RULES, House.CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> a_violator_of_each_rule_is_caught() {
        return broken(RULES, House.VIOLATORS);
    }

    @TestFactory
    Stream<DynamicTest> the_tests_say_what_they_are() {
        return followed(TestTags.RULES, House.TESTS);
    }

    @TestFactory
    Stream<DynamicTest> a_test_that_does_not_is_caught() {
        return broken(TestTags.RULES, House.VIOLATORS);
    }

    private static Stream<DynamicTest> followed(Map<String, ArchRule> rules, JavaClasses classes) {
        return rules.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(), () -> it.getValue().allowEmptyShould(false).check(classes)));
    }

    private static Stream<DynamicTest> broken(Map<String, ArchRule> rules, JavaClasses violators) {
        return rules.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(),
                        () -> assertThat(it.getValue().evaluate(violators).hasViolation())
                                .isTrue()));
    }

    private static ArchCondition<JavaMethod> askForAPermissionOrBeOpen() {
        return new ArchCondition<>("call Visitor.require or carry @Open") {
            @Override
            public void check(JavaMethod route, ConditionEvents events) {
                boolean asks = route.getMethodCallsFromSelf().stream()
                        .anyMatch(it -> it.getTargetOwner().isEquivalentTo(Visitor.class)
                                && it.getName().equals("require")
                                && it.getTarget()
                                        .getRawParameterTypes()
                                        .getFirst()
                                        .isEquivalentTo(Permission.class));
                boolean fine = asks || route.isAnnotatedWith(Open.class);
                events.add(new SimpleConditionEvent(route, fine, route.getFullName() + " asks for no permission"));
            }
        };
    }

    /** A session is bypassed by address ({@code RespondConfiguration}), so a page of answering that lay elsewhere would touch it. */
    private static ArchCondition<JavaMethod> knowNobodyWhereSurveysAreAnswered() {
        return new ArchCondition<>("lie under /svar or /delta and know nobody, or ask who it is and lie elsewhere") {
            @Override
            public void check(JavaMethod route, ConditionEvents events) {
                RequestMapping mapping = Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(route.reflect(), RequestMapping.class));
                boolean answering = Stream.of(mapping.path())
                        .anyMatch(it ->
                                Stream.of("/svar", "/delta").anyMatch(at -> it.equals(at) || it.startsWith(at + "/")));
                boolean knows = route.getOwner().getDirectDependenciesFromSelf().stream()
                        .map(it -> it.getTargetClass().getName())
                        .anyMatch(it -> it.startsWith("no.samtidig.access.") || it.equals(HttpSession.class.getName()));
                boolean among = Set.of("no.samtidig.survey.web.respond", "no.samtidig.improvement.web.delta")
                        .contains(route.getOwner().getPackageName());
                boolean fine = answering ? !knows : !among || knows;
                events.add(new SimpleConditionEvent(
                        route, fine, route.getFullName() + " could tie an answer to somebody"));
            }
        };
    }

    private static boolean largeThing(JavaMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        return mapping != null
                && Stream.of(mapping.path())
                        .anyMatch(it -> it.startsWith("/skjemaer/{slug}")
                                || (it.contains("/importer")
                                        && List.of(mapping.method()).contains(RequestMethod.POST)));
    }

    /**
     * A form from which a call leads to the outbox, or a page from which one leads to a file. What is sent by a job later is not found here: such
     * jobs have limits of their own.
     */
    private static boolean sendsOrGives(JavaMethod route) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(route.reflect(), RequestMapping.class);
        if (mapping == null || ONCE.contains(mapping.path()[0])) {
            return false;
        }
        boolean reads = List.of(mapping.method()).contains(RequestMethod.GET);
        return leadsTo(
                route,
                it -> reads
                        ? it.isEquivalentTo(Download.class) || it.isEquivalentTo(Csv.class)
                        : it.isEquivalentTo(Outbox.class) || it.isEquivalentTo(MailQueue.class));
    }

    /** Sends one mail for each module, however often it is asked. */
    private static final Set<String> ONCE = Set.of("/moduler/{module}/{lesson}/{step}/ferdig");

    private static boolean leadsTo(JavaMethod route, Predicate<JavaClass> end) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(route));
        Deque<JavaCodeUnit> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            JavaCodeUnit one = todo.pop();
            Stream<JavaCodeUnitAccess<?>> used = Stream.of(
                            one.getCallsFromSelf(),
                            one.getMethodReferencesFromSelf(),
                            one.getConstructorReferencesFromSelf())
                    .flatMap(Set::stream);
            for (JavaCodeUnitAccess<?> access : used.toList()) {
                String in = access.getTargetOwner().getPackageName();
                boolean ours = in.startsWith("no.samtidig") || in.startsWith("violation");
                if (end.test(access.getTargetOwner()) && !access.getName().startsWith("takeBack")) {
                    return true;
                }
                access.getTarget()
                        .resolveMember()
                        .filter(_ -> ours)
                        .map(JavaCodeUnit.class::cast)
                        .filter(seen::add)
                        .ifPresent(todo::push);
            }
        }
        return false;
    }

    private static DescribedPredicate<JavaClass> handlers() {
        return describe("handlers", it -> it.isMetaAnnotatedWith(Controller.class) && it.isTopLevelClass());
    }

    /** A class file does not tell how an address was put together, so this looks at the source. */
    private static ArchCondition<JavaClass> showWholeAddresses() {
        Pattern mapping = Pattern.compile("(?m)^ *@\\w+Mapping\\b");
        Pattern whole = Pattern.compile("(?m)^    @\\w+Mapping\\s*\\(\\s*(?:value = )?\"/[^\"]*\"\\s*[,)]");
        return new ArchCondition<>("show every address as one literal") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                String source = source(it);
                boolean fine = mapping.matcher(source).results().count()
                        == whole.matcher(source).results().count();
                events.add(new SimpleConditionEvent(it, fine, it.getName() + " puts an address together"));
            }
        };
    }

    private static String source(JavaClass of) {
        String file = of.getName().replace('.', '/') + ".java";
        Path main = Path.of("src/main/java", file);
        try {
            return Files.readString(Files.exists(main) ? main : Path.of("src/test/java", file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ArchCondition<JavaClass> haveNoEmptyName() {
        List<String> banned =
                List.of("Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Mapper", "Facade", "Base", "Abstract");
        return new ArchCondition<>("not end in " + banned) {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                boolean empty = banned.stream().anyMatch(it.getSimpleName()::endsWith);
                events.add(new SimpleConditionEvent(it, !empty, it.getName() + " has a name that says nothing"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveATemplate() {
        return new ArchCondition<>("have a template with its name") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                String generated = "gg.jte.generated.precompiled." + it.getPackageName() + ".Jte" + it.getSimpleName()
                        + "Generated";
                boolean found;
                try {
                    found = Class.forName(generated) != null;
                } catch (ClassNotFoundException _) {
                    found = false;
                }
                events.add(new SimpleConditionEvent(it, found, it.getName() + " has no template"));
            }
        };
    }

    private static DescribedPredicate<JavaClass> doors() {
        return describe(
                "in the base of a module", it -> it.getPackageName().matches("(no\\.samtidig|violation)\\.\\w+"));
    }

    private static ArchCondition<JavaClass> notUseTheirRooms() {
        return new ArchCondition<>("not use what lies in web, results or disclosure of the same module") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                it.getDirectDependenciesFromSelf().forEach(use -> {
                    String used = use.getTargetClass().getPackageName();
                    boolean room = Stream.of(".web", ".results", ".disclosure")
                            .map(it.getPackageName()::concat)
                            .anyMatch(name -> used.equals(name) || used.startsWith(name + "."));
                    events.add(new SimpleConditionEvent(it, !room, use.getDescription()));
                });
            }
        };
    }

    private static ArchCondition<JavaClass> sayWhatWasDone() {
        String past = "(?:[a-z]+ed|chose|held|made|saw|threw|took|withdrew|wrote)(?: [a-z-]+)*";
        return new ArchCondition<>("be an enum with codes in the past tense") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                Object[] constants = it.reflect().getEnumConstants();
                boolean fine = constants != null
                        && Stream.of(constants)
                                .map(AuditAction.class::cast)
                                .allMatch(action -> action.code().matches(past)
                                        && action.kind().matches("[a-z]+(?:-[a-z]+)*"));
                events.add(new SimpleConditionEvent(it, fine, it.getName() + " says it in another way"));
            }
        };
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                boolean marked = it.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(it, marked, it.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
