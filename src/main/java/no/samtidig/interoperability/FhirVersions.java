package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.platform.Language;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * One questionnaire in two languages: the texts of the second become translations of the first's. Items are the same by their links,
 * answers by their codes, or by their place where they have none.
 */
final class FhirVersions {
    /** Fields whose words are joined, and what is looked at by itself. */
    private static final Set<String> APART = Set.of(
            "id", "linkId", "text", "prefix", "item", "answerOption", "answerValueSet", "enableWhen", "extension");

    private final Questionnaire main;
    private final Questionnaire other;
    private final Language language;
    private final FhirValueSets sets;
    private final FhirValueSets otherSets;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, List<Note>> items = new HashMap<>();

    /** @param language that the other one is in */
    FhirVersions(Questionnaire main, Questionnaire other, Language language, List<ValueSet> beside) {
        this.main = main;
        this.other = other;
        this.language = language;
        this.sets = new FhirValueSets(main, beside);
        this.otherSets = new FhirValueSets(other, beside);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    Map<String, List<Note>> items() {
        return Map.copyOf(items);
    }

    void join() {
        notes.add(Note.of(Kind.JOINED, language.tag()));
        translate(main.getTitleElement(), other.getTitleElement());
        translate(main.getDescriptionElement(), other.getDescriptionElement());
        String copyright = Fhir.said(other.getCopyright());
        if (!copyright.isBlank() && !copyright.equals(main.getCopyright())) {
            notes.add(Note.of(Kind.COPYRIGHT, FhirTexts.clean(copyright)));
        }
        Map<String, QuestionnaireItemComponent> known = byLink(main);
        Map<String, QuestionnaireItemComponent> theirs = byLink(other);
        known.forEach((link, item) -> {
            QuestionnaireItemComponent same = theirs.remove(link);
            if (same != null) {
                join(item, same);
            }
        });
        FhirBundle.items(other.getItem())
                .filter(it -> theirs.containsValue(it))
                .forEach(it -> notes.add(Note.of(Kind.ONLY_IN, language.tag(), FhirItem.name(it))));
    }

    private static Map<String, QuestionnaireItemComponent> byLink(Questionnaire questionnaire) {
        return FhirBundle.items(questionnaire.getItem())
                .collect(
                        Collectors.toMap(it -> Fhir.said(it.getLinkId()), it -> it, (first, _) -> first, HashMap::new));
    }

    private void join(QuestionnaireItemComponent item, QuestionnaireItemComponent same) {
        translate(item.getTextElement(), same.getTextElement());
        if (!Fhir.said(same.getPrefix()).equals(Fhir.said(item.getPrefix()))) {
            translate(item.getPrefixElement(), same.getPrefixElement());
        }
        List<Type> answers = answers(item);
        List<Type> theirs = answers(same);
        boolean all = answers.size() == theirs.size();
        for (int i = 0; i < answers.size(); i++) {
            Optional<Type> found = same(answers.get(i), i, theirs);
            all &= found.isPresent();
            found.ifPresent(answer(answers.get(i))::with);
        }
        differs(item, "answerOption", !all);
        sets(item, same);
        unit(item, same);
        List<Property> ours = item.children();
        List<Property> others = same.children();
        for (int i = 0; i < ours.size(); i++) {
            String name = ours.get(i).getName().replace("[x]", "");
            differs(
                    item,
                    name,
                    !APART.contains(name)
                            && !Base.compareDeep(
                                    ours.get(i).getValues(), others.get(i).getValues(), true));
        }
        differs(item, "enableWhen", !rules(item).equals(rules(same)));
        differs(item, "extension", !urls(item).equals(urls(same)));
    }

    private void differs(QuestionnaireItemComponent item, String what, boolean differs) {
        if (differs) {
            items.computeIfAbsent(Fhir.said(item.getLinkId()), _ -> new ArrayList<>())
                    .add(Note.of(Kind.VERSION_DIFFERS, language.tag(), what));
        }
    }

    private static List<Type> answers(QuestionnaireItemComponent item) {
        return item.getAnswerOption().stream()
                .map(Questionnaire.QuestionnaireItemAnswerOptionComponent::getValue)
                .toList();
    }

    private static Optional<Type> same(Type answer, int place, List<Type> theirs) {
        if (answer instanceof Coding coding && !Fhir.said(coding.getCode()).isBlank()) {
            return theirs.stream()
                    .filter(it -> it instanceof Coding code && key(code).equals(key(coding)))
                    .findFirst();
        }
        return place < theirs.size() ? Optional.ofNullable(theirs.get(place)) : Optional.empty();
    }

    private static String key(Coding coding) {
        return Fhir.said(coding.getSystem()) + "|" + Fhir.said(coding.getCode());
    }

    /** Gives an answer the words of the same answer in the other language. */
    private interface Words {
        void with(Type same);
    }

    private Words answer(Type answer) {
        return same -> {
            if (answer instanceof Coding coding && same instanceof Coding code) {
                translate(coding.getDisplayElement(), code.getDisplayElement());
            } else if (answer instanceof StringType text && same instanceof StringType words) {
                translate(text, words);
            }
        };
    }

    private void sets(QuestionnaireItemComponent item, QuestionnaireItemComponent same) {
        String name = Fhir.said(item.getAnswerValueSet());
        String their = Fhir.said(same.getAnswerValueSet());
        Optional<ValueSet> ours = sets.find(name);
        Optional<ValueSet> others = otherSets.find(their);
        if (ours.isEmpty() || others.isEmpty()) {
            differs(item, "answerValueSet", !name.equals(their));
            return;
        }
        Map<String, StringType> words = words(others.get());
        Map<String, StringType> known = words(ours.get());
        differs(item, "answerValueSet", !words.keySet().equals(known.keySet()));
        known.forEach((key, text) -> Optional.ofNullable(words.get(key)).ifPresent(it -> translate(text, it)));
    }

    private static Map<String, StringType> words(ValueSet set) {
        Map<String, StringType> words = new HashMap<>();
        set.getCompose()
                .getInclude()
                .forEach(include -> include.getConcept()
                        .forEach(it -> words.putIfAbsent(
                                Fhir.said(include.getSystem()) + "|" + Fhir.said(it.getCode()),
                                it.getDisplayElement())));
        if (words.isEmpty()) {
            set.getExpansion()
                    .getContains()
                    .forEach(it -> words.putIfAbsent(
                            Fhir.said(it.getSystem()) + "|" + Fhir.said(it.getCode()), it.getDisplayElement()));
        }
        return words;
    }

    private void unit(QuestionnaireItemComponent item, QuestionnaireItemComponent same) {
        if (Fhir.value(item, Fhir.UNIT).orElse(null) instanceof Coding ours
                && Fhir.value(same, Fhir.UNIT).orElse(null) instanceof Coding theirs) {
            translate(ours.getDisplayElement(), theirs.getDisplayElement());
        }
    }

    private static List<String> rules(QuestionnaireItemComponent item) {
        return item.getEnableWhen().stream()
                .map(it -> Fhir.said(it.getQuestion()) + " " + it.getOperator() + " "
                        + (it.getAnswer() instanceof Coding coding
                                ? key(coding)
                                : it.getAnswer() == null || !it.getAnswer().isPrimitive()
                                        ? "?"
                                        : it.getAnswer().primitiveValue()))
                .toList();
    }

    private static Set<String> urls(QuestionnaireItemComponent item) {
        return item.getExtension().stream().map(it -> Fhir.said(it.getUrl())).collect(Collectors.toSet());
    }

    /** What the second says in its language becomes a translation of the first, with its Markdown. */
    private void translate(PrimitiveType<?> to, PrimitiveType<?> from) {
        Optional<Extension> marked = from.getExtension().stream()
                .filter(it -> Fhir.MARKDOWN.equals(it.getUrl()))
                .findFirst();
        String said = Fhir.said(from.getValueAsString());
        if ((said.isBlank() && marked.isEmpty()) || translated(to).contains(language)) {
            return;
        }
        StringType content = new StringType(said.isBlank() ? null : said);
        marked.ifPresent(it -> content.addExtension(it.copy()));
        Extension translation = new Extension(Fhir.TRANSLATION);
        translation.addExtension(Fhir.code("lang", language.tag()));
        translation.addExtension(Fhir.extension("content", content));
        to.addExtension(translation);
    }

    private static Collection<Language> translated(PrimitiveType<?> element) {
        return element.getExtension().stream()
                .filter(it -> Fhir.TRANSLATION.equals(it.getUrl()))
                .flatMap(it -> Fhir.text(it, "lang").flatMap(FhirTexts::language).stream())
                .toList();
    }
}
