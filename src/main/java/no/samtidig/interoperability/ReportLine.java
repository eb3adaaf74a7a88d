package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.platform.Language;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/** An entry of the report that is still being written: what there is to tell so far, and which extensions somebody took. */
final class ReportLine {
    /** Fields that are told about in another way, or mean nothing to who answers. */
    private static final Set<String> APART =
            Set.of("extension", "modifierExtension", "id", "meta", "language", "implicitRules", "text");

    /** Parts of a carried field that no field of ours has a place for. */
    private static final Set<String> LOST =
            Set.of("version", "userSelected", "comparator", "unit", "initialSelected", "modifierExtension");

    /** Nobody reads more about one item. */
    private static final int MOST = 100;

    private final Set<Note> notes = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<Extension> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Language> missing = EnumSet.noneOf(Language.class);

    /** Tells it once, however often it is noted. */
    void note(Kind kind, @Nullable Object... arguments) {
        if (notes.size() < MOST) {
            notes.add(Note.of(kind, arguments));
        }
    }

    void note(Note note) {
        if (notes.size() < MOST) {
            notes.add(note);
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

    /** Tells which fields have something in them and are not carried, and what in those that are. */
    void fields(List<Property> fields, Set<String> carried) {
        for (Property it : fields) {
            boolean empty = it.getValues().isEmpty()
                    || it.getValues().stream()
                            .allMatch(value -> value.isEmpty()
                                    || (value instanceof BooleanType flag && Boolean.FALSE.equals(flag.getValue())));
            String name = it.getName().replace("[x]", "");
            if (carried.contains(name)) {
                if (!name.equals("item") && !name.equals("contained")) {
                    it.getValues().forEach(this::look);
                }
            } else if (!empty && !APART.contains(name)) {
                note(Kind.FIELD, name);
            }
        }
    }

    /** This very one is understood where it stands. */
    void read(Extension extension) {
        read.add(extension);
    }

    /** Tells about one that is not carried, by its address if it has one. */
    void extension(Extension extension) {
        String url = Fhir.said(extension.getUrl());
        if (url.isBlank()) {
            note(Kind.EXTENSION_UNNAMED);
        } else {
            note(Kind.EXTENSION, url);
        }
    }

    /** Tells which of these nobody took. */
    void extensions(List<Extension> extensions) {
        for (Extension it : extensions) {
            if (read.contains(it) || taken.contains(Fhir.said(it.getUrl()))) {
                look(it);
            } else {
                extension(it);
            }
        }
    }

    /** Tells what lies inside a field that is carried and nobody read: extensions however deep, and parts that have no place here. */
    void look(Base carried) {
        for (Property it : carried.children()) {
            String name = it.getName().replace("[x]", "");
            for (Base value : it.getValues()) {
                if (value instanceof Extension extension) {
                    if (read.contains(extension)) {
                        look(extension);
                    } else {
                        extension(extension);
                    }
                } else if (!LOST.contains(name)) {
                    look(value);
                } else if (!value.isEmpty()
                        && !(value instanceof BooleanType flag && Boolean.FALSE.equals(flag.getValue()))) {
                    note(Kind.FIELD, name);
                }
            }
        }
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
