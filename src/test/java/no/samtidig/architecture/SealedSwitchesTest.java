package no.samtidig.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import violation.attic.Burglar;

/**
 * A switch over a sealed type names every case, so that the compiler asks about one that is added; a {@code default}, or a case that
 * takes them all, would swallow it. Where only one kind matters, {@code instanceof} says so.
 *
 * <p>In a class file the compiler ends a switch that names every case with a {@code MatchException}: what it does otherwise was
 * written by somebody.
 */
class SealedSwitchesTest {
    @Test
    void a_switch_over_a_sealed_type_names_every_case() {
        assertThat(catchingAll(House.CLASSES)).isEmpty();
    }

    @Test
    void one_with_a_default_and_one_with_a_case_for_all_are_caught_and_others_are_not() {
        assertThat(catchingAll(House.VIOLATORS))
                .containsExactlyInAnyOrder(
                        Burglar.class.getName() + ".carriedByDefault", Burglar.class.getName() + ".carriedByAll");
    }

    private static List<String> catchingAll(JavaClasses classes) {
        return classes.stream().flatMap(it -> inClass(model(it))).toList();
    }

    private static ClassModel model(JavaClass of) {
        try (InputStream bytes = of.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> inClass(ClassModel of) {
        return of.methods().stream()
                .filter(it ->
                        it.code().map(code -> catchesAll(code.elementList())).orElse(false))
                .map(it -> of.thisClass().asInternalName().replace('/', '.') + "."
                        + it.methodName().stringValue());
    }

    private static boolean catchesAll(List<CodeElement> code) {
        return IntStream.range(0, code.size())
                .filter(i -> code.get(i) instanceof InvokeDynamicInstruction call && overSealed(call))
                .mapToObj(i -> otherwise(code.subList(i, code.size())))
                .anyMatch(label -> !(first(code, label) instanceof NewObjectInstruction made
                        && made.className().asInternalName().equals("java/lang/MatchException")));
    }

    private static boolean overSealed(InvokeDynamicInstruction call) {
        return call.name().equalsString("typeSwitch")
                && sealed(call.typeSymbol().parameterType(0));
    }

    private static boolean sealed(ClassDesc type) {
        try {
            String name = type.descriptorString().replaceAll("^L|;$", "").replace('/', '.');
            return Class.forName(name, false, SealedSwitchesTest.class.getClassLoader())
                    .isSealed();
        } catch (ClassNotFoundException _) {
            return false; // an array or a primitive
        }
    }

    /** Where the switch that follows goes when no case fits. */
    private static Label otherwise(List<CodeElement> code) {
        for (CodeElement it : code) {
            if (it instanceof TableSwitchInstruction table) {
                return table.defaultTarget();
            }
            if (it instanceof LookupSwitchInstruction lookup) {
                return lookup.defaultTarget();
            }
        }
        throw new IllegalStateException("no switch");
    }

    private static CodeElement first(List<CodeElement> code, Label after) {
        return code.stream()
                .dropWhile(it ->
                        !(it instanceof LabelTarget target && target.label().equals(after)))
                .filter(Instruction.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
