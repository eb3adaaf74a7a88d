package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.platform.Language;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * A Bundle that holds one questionnaire, or the same one in several languages, as Helsenorge's forms are kept: then the first is the one
 * that counts, and the others give it their texts, item by item. What they say otherwise is told.
 */
final class FhirBundle {
    private final List<Questionnaire> all;
    private final List<ValueSet> sets;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, List<Note>> items = new HashMap<>();

    FhirBundle(Bundle bundle) {
        List<Resource> resources = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
        all = only(resources, Questionnaire.class);
        sets = only(resources, ValueSet.class);
        resources.stream()
                .filter(it -> !(it instanceof Questionnaire) && !(it instanceof ValueSet))
                .forEach(it -> notes.add(Note.of(Kind.RESOURCE, it.fhirType())));
    }

    private static <T> List<T> only(List<Resource> resources, Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Why it is not one questionnaire, if it is not. */
    Optional<Reading.Refused> refusal() {
        if (all.isEmpty()) {
            return Optional.of(Reading.Refused.because(Reading.Reason.OTHER_TYPE, "Bundle"));
        }
        Set<Language> languages = EnumSet.noneOf(Language.class);
        language(main()).ifPresent(languages::add);
        boolean one = others().stream()
                .allMatch(it ->
                        alike(main(), it) && language(it).map(languages::add).orElse(!tag(it).isEmpty()));
        return one
                ? Optional.empty()
                : Optional.of(Reading.Refused.because(
                        Reading.Reason.SEVERAL,
                        all.stream().limit(5).map(FhirBundle::name).collect(Collectors.joining(", "))));
    }

    /** One questionnaire with the texts of all. */
    FhirFile file() {
        Questionnaire main = main();
        for (Questionnaire it : others()) {
            Optional<Language> language = language(it);
            if (language.isPresent()) {
                FhirVersions versions = new FhirVersions(main, it, language.get(), sets);
                versions.join();
                notes.addAll(versions.notes());
                versions.items()
                        .forEach((link, told) -> items.computeIfAbsent(link, _ -> new ArrayList<>())
                                .addAll(told));
            } else {
                notes.add(Note.of(Kind.LANGUAGE_LEFT_OUT, tag(it)));
            }
        }
        return new FhirFile(main, sets, notes, items);
    }

    /** Which of them is the first in a language of ours. */
    private int first() {
        return IntStream.range(0, all.size())
                .filter(it -> language(all.get(it)).isPresent())
                .findFirst()
                .orElse(0);
    }

    private Questionnaire main() {
        return all.get(first());
    }

    private List<Questionnaire> others() {
        List<Questionnaire> others = new ArrayList<>(all);
        others.remove(first());
        return others;
    }

    private static Optional<Language> language(Questionnaire questionnaire) {
        return FhirTexts.language(tag(questionnaire));
    }

    /** The language it says that it is in, itself or by a tag; empty if it says none. */
    private static String tag(Questionnaire questionnaire) {
        String said = Fhir.said(questionnaire.getLanguage());
        return !said.isBlank()
                ? said
                : questionnaire.getMeta().getTag().stream()
                        .filter(it -> "urn:ietf:bcp:47".equals(it.getSystem()))
                        .map(it -> Fhir.said(it.getCode()))
                        .findFirst()
                        .orElse("");
    }

    /** Whether most of the smaller one's items stand in the other by their links. */
    private static boolean alike(Questionnaire one, Questionnaire other) {
        Set<String> links = links(one);
        Set<String> both = new HashSet<>(links(other));
        int smaller = Math.min(links.size(), both.size());
        both.retainAll(links);
        return smaller > 0 && both.size() * 2 >= smaller;
    }

    private static Set<String> links(Questionnaire questionnaire) {
        return items(questionnaire.getItem())
                .map(it -> Fhir.said(it.getLinkId()))
                .filter(it -> !it.isBlank())
                .collect(Collectors.toSet());
    }

    /** All items, however deep. */
    static Stream<QuestionnaireItemComponent> items(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(it -> Stream.concat(Stream.of(it), items(it.getItem())));
    }

    private static String name(Questionnaire questionnaire) {
        String name = Stream.of(questionnaire.getTitle(), questionnaire.getName(), questionnaire.getUrl())
                .filter(it -> !Fhir.said(it).isBlank())
                .findFirst()
                .orElse("?");
        return FhirTexts.shortened(FhirTexts.clean(name));
    }
}
