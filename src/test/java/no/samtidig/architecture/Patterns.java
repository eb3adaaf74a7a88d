package no.samtidig.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every regular expression that compiled classes hold, found where it is handed to the library. */
final class Patterns {
    /** How many arguments follow the expression, by the method that is called. */
    private static final Map<String, Integer> CALLS = Map.of(
            "java/util/regex/Pattern.compile(Ljava/lang/String;)Ljava/util/regex/Pattern;", 0,
            "java/util/regex/Pattern.compile(Ljava/lang/String;I)Ljava/util/regex/Pattern;", 1,
            "java/util/regex/Pattern.matches(Ljava/lang/String;Ljava/lang/CharSequence;)Z", 1,
            "java/lang/String.matches(Ljava/lang/String;)Z", 0,
            "java/lang/String.split(Ljava/lang/String;)[Ljava/lang/String;", 0,
            "java/lang/String.split(Ljava/lang/String;I)[Ljava/lang/String;", 1,
            "java/lang/String.splitWithDelimiters(Ljava/lang/String;I)[Ljava/lang/String;", 1,
            "java/lang/String.replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;", 1,
            "java/lang/String.replaceFirst(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;", 1);

    private Patterns() {}

    /**
     * An expression and where it stands.
     *
     * @param where class and method
     * @param expression empty where it is put together while the application runs
     * @param whole whether it is only ever held against a whole text; otherwise it is looked for at every place
     */
    record Found(String where, Optional<String> expression, int flags, boolean whole) {
        @Override
        public String toString() {
            return where + " " + expression.orElse("(put together)");
        }
    }

    /** Those of every class below the folder. */
    static List<Found> below(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(it -> it.toString().endsWith(".class"))
                    .sorted()
                    .flatMap(it -> of(parsed(it)).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Found> of(ClassModel model) {
        List<Found> found = new ArrayList<>();
        model.methods()
                .forEach(method -> method.code()
                        .ifPresent(code -> calls(
                                model.thisClass().asInternalName().replace('/', '.')
                                        + "#"
                                        + method.methodName().stringValue(),
                                code,
                                found)));
        return found;
    }

    private static void calls(String where, CodeModel code, List<Found> found) {
        List<Instruction> before = new ArrayList<>();
        for (CodeElement element : code) {
            if (element instanceof InvokeInstruction call) {
                String name = call.owner().asInternalName() + "." + call.name().stringValue();
                Integer after = CALLS.get(name + call.type().stringValue());
                if (after != null) {
                    int flags = after == 1 && name.endsWith(".compile")
                            ? constant(before, 0).map(it -> (Integer) it).orElse(0)
                            : 0;
                    found.add(new Found(
                            where,
                            after == 1 && constant(before, 0).isEmpty()
                                    ? Optional.empty()
                                    : constant(before, after).map(String.class::cast),
                            flags,
                            name.endsWith(".matches")));
                }
            }
            if (element instanceof Instruction instruction) {
                before.add(instruction);
            }
        }
    }

    /** The constant pushed so many instructions ago; empty where it was none. */
    private static Optional<Object> constant(List<Instruction> before, int ago) {
        int place = before.size() - 1 - ago;
        return place >= 0 && before.get(place) instanceof ConstantInstruction it
                ? Optional.of(it.constantValue())
                : Optional.empty();
    }
}
