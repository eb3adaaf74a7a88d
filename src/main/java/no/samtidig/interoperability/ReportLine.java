package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.platform.Language;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/** An entry of the report that is still being written: what there is to tell so far, and which extensions somebody took. */
final class ReportLine {
    /** Fields that are told about in another way, or mean nothing to who answers. */
    private static final Set<String> APART =
            Set.of("extension", "modifierExtension", "id", "meta", "language", "implicitRules", "text");

    /** Nobody reads more about one item. */
    private static final int MOST = 100;

    private final Set<Note> notes = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<Language> missing = EnumSet.noneOf(Language.class);

    /** Tells it once, however often it is noted. */
    void note(Kind kind, @Nullable Object... arguments) {
        if (notes.size() < MOST) {
            notes.add(Note.of(kind, arguments));
        }
    }

    /** A text that is not there in this language; told last. */
    void missing(Language language) {
        missing.add(language);
    }

    /** These extensions are understood, or told about by the one who takes them. */
    void take(String... extensions) {
        taken.addAll(List.of(extensions));
    }

    /** Tells which fields have something in them and are not carried. */
    void fields(List<Property> fields, Set<String> carried) {
        for (Property it : fields) {
            boolean empty = it.getValues().isEmpty()
                    || it.getValues().stream()
                            .allMatch(value -> value.isEmpty()
                                    || (value instanceof BooleanType flag && Boolean.FALSE.equals(flag.getValue())));
            String name = it.getName().replace("[x]", "");
            if (!empty && !APART.contains(name) && !carried.contains(name)) {
                note(Kind.FIELD, name);
            }
        }
    }

    /** Tells which of these nobody took. */
    void extensions(List<Extension> extensions) {
        extensions.stream()
                .map(it -> String.valueOf(it.getUrl()))
                .filter(it -> !taken.contains(it))
                .forEach(it -> note(Kind.EXTENSION, it));
    }

    Entry entry(String link, String type, String text) {
        List<Note> all = new ArrayList<>(notes);
        missing.forEach(it -> all.add(Note.of(Kind.MISSING_LANGUAGE, it.tag())));
        Outcome outcome = all.stream()
                .map(it -> it.kind().outcome())
                .max(Comparator.naturalOrder())
                .orElse(Outcome.WHOLE);
        return new Entry(link, type, text, outcome, all);
    }
}
