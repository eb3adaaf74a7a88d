package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;

/** The value sets that lie in a file: in the questionnaire, or beside it in a Bundle. Nothing is fetched. */
final class FhirValueSets {
    private final Map<String, ValueSet> sets = new HashMap<>();
    private final List<Resource> contained;
    private final Set<Resource> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param beside what lies in the same file as the questionnaire */
    FhirValueSets(Questionnaire from, Collection<ValueSet> beside) {
        this.contained = from.getContained();
        Stream.concat(contained.stream().filter(ValueSet.class::isInstance).map(ValueSet.class::cast), beside.stream())
                .forEach(it -> {
                    String id = Fhir.said(it.getIdElement().getIdPart()).replace("#", "");
                    String url = Fhir.said(it.getUrl());
                    Stream.of(
                                    "#" + id,
                                    id.isEmpty() ? "" : "ValueSet/" + id,
                                    url,
                                    url + "|" + Fhir.said(it.getVersion()))
                            .filter(name -> name.length() > 1 && !name.startsWith("|"))
                            .forEach(name -> sets.putIfAbsent(name, it));
                });
    }

    /** What the questionnaire has in it and nobody asked for. */
    List<Resource> unused() {
        return contained.stream().filter(it -> !used.contains(it)).toList();
    }

    /** Whether it lies in the file, whatever can be had of it. */
    Optional<ValueSet> find(String name) {
        Optional<ValueSet> found = Optional.ofNullable(sets.get(name));
        found.ifPresent(used::add);
        return found;
    }

    /** Why nothing can be had of it. */
    static Kind reason(ValueSet set) {
        return count(set) > Item.MOST_LINES ? Kind.VALUE_SET_LONG : Kind.VALUE_SET_RULE;
    }

    private static int count(ValueSet set) {
        return spelledOut(set)
                ? set.getCompose().getInclude().stream()
                        .mapToInt(it -> it.getConcept().size())
                        .sum()
                : listed(set.getExpansion()).size();
    }

    /** Its answers, as it spells them out or as somebody listed them; empty where it does neither, or has too many. */
    static List<Coding> codings(ValueSet set, ReportLine line) {
        int count = count(set);
        if (count == 0 || count > Item.MOST_LINES) {
            return List.of();
        }
        line.note(Kind.VALUE_SET_COPIED);
        if (!Fhir.said(set.getCopyright()).isBlank()) {
            line.note(Kind.COPYRIGHT, FhirTexts.clean(set.getCopyright()));
        }
        List<Coding> codings = new ArrayList<>();
        if (spelledOut(set)) {
            for (ConceptSetComponent include : set.getCompose().getInclude()) {
                for (ConceptReferenceComponent it : include.getConcept()) {
                    told(line, it.getCodeElement(), include.getSystemElement(), include.getVersionElement());
                    codings.add(coding(
                            include.getSystem(),
                            include.getVersion(),
                            it.getCode(),
                            it.getDisplayElement(),
                            it.getDesignation(),
                            it.getExtension(),
                            line));
                }
                include.getExtension().forEach(line::extension);
            }
            if (set.hasExpansion()) {
                line.note(Kind.FIELD, "expansion");
            }
            return codings;
        }
        ValueSetExpansionComponent expansion = set.getExpansion();
        List<ValueSetExpansionContainsComponent> listed = listed(expansion);
        for (ValueSetExpansionContainsComponent it : listed) {
            told(line, it.getCodeElement(), it.getSystemElement(), it.getVersionElement());
            codings.add(coding(
                    it.getSystem(),
                    it.getVersion(),
                    it.getCode(),
                    it.getDisplayElement(),
                    it.getDesignation(),
                    it.getExtension(),
                    line));
        }
        boolean part = all(expansion.getContains()).count() > listed.size()
                || expansion.getTotal() > listed.size()
                || expansion.getOffset() > 0;
        if (part) {
            line.note(Kind.VALUE_SET_PART, listed.size());
        }
        expansion.getExtension().forEach(line::extension);
        return codings;
    }

    private static void told(ReportLine line, Element... elements) {
        Stream.of(elements).flatMap(it -> it.getExtension().stream()).forEach(line::extension);
    }

    /** Whether each of its codes stands in it; a filter or another set would have to be asked for elsewhere. */
    private static boolean spelledOut(ValueSet set) {
        return set.getCompose().hasInclude()
                && !set.getCompose().hasExclude()
                && set.getCompose().getInclude().stream()
                        .allMatch(it -> it.hasConcept() && !it.hasFilter() && !it.hasValueSet());
    }

    private static Stream<ValueSetExpansionContainsComponent> all(List<ValueSetExpansionContainsComponent> contains) {
        return contains.stream().flatMap(it -> Stream.concat(Stream.of(it), all(it.getContains())));
    }

    /** What can be chosen: neither a heading over others nor what is out of use. */
    private static List<ValueSetExpansionContainsComponent> listed(ValueSetExpansionComponent expansion) {
        return all(expansion.getContains())
                .filter(it -> !Fhir.yes(it.getAbstractElement()) && !Fhir.yes(it.getInactiveElement()))
                .filter(it -> !Fhir.said(it.getCode()).isBlank() || it.hasDisplay())
                .toList();
    }

    /** A concept with what it is called in other languages as translations, which is where we look for them. */
    private static Coding coding(
            @Nullable String system,
            @Nullable String version,
            @Nullable String code,
            StringType display,
            List<ConceptReferenceDesignationComponent> designations,
            List<Extension> extensions,
            ReportLine line) {
        Coding coding = new Coding().setSystem(system).setCode(code);
        StringType words = display.copy();
        for (ConceptReferenceDesignationComponent it : designations) {
            String use = Fhir.said(it.getUse().getCode());
            String tag = Fhir.said(it.getLanguage());
            String said = Fhir.said(it.getValue());
            if ((use.isEmpty() || use.equals("display")) && !tag.isBlank() && !said.isBlank()) {
                Extension translation = new Extension(Fhir.TRANSLATION);
                translation.addExtension(Fhir.code("lang", tag));
                translation.addExtension(Fhir.extension("content", said));
                words.addExtension(translation);
            } else {
                line.note(Kind.DESIGNATION, said.isBlank() ? "?" : FhirTexts.clean(said));
            }
            told(line, it, it.getValueElement(), it.getLanguageElement(), it.getUse());
        }
        coding.setDisplayElement(words);
        extensions.forEach(it -> coding.addExtension(it.copy()));
        if (version != null) {
            line.note(Kind.FIELD, "version");
        }
        return coding;
    }
}
