package no.samtidig.interoperability;

import java.util.Optional;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;

/**
 * What all questions have: their code, their hint and when they must be answered. The hint, the ends of a slider and the unit of a number
 * stand as items of their own in FHIR, and are a part of the question here.
 */
final class FhirWording {
    /** The controls of an item that is a hint. */
    static final Set<String> HINTS = Set.of("help", "flyover", "prompt");

    private final FhirTexts texts;
    private final FhirConditions conditions;
    private final FhirCodes codes;

    FhirWording(FhirTexts texts, FhirConditions conditions, FhirCodes codes) {
        this.texts = texts;
        this.conditions = conditions;
        this.codes = codes;
    }

    Item.Wording of(FhirItem item, Condition shown, LocalizedText text) {
        Optional<LocalizedText> hint = Optional.empty();
        for (FhirItem it : item.items()) {
            if (hint.isEmpty() && it.beside(HINTS)) {
                hint = it.heading(texts, TextLimit.TEXT);
                hint.ifPresent(_ -> takenUp(it));
            }
        }
        Condition required = conditions.required(item);
        return new Item.Wording(codes.of(item), text, hint.orElse(null), shown, required);
    }

    /** The text of the first item beside the question with this control, if nobody has taken it up. */
    Optional<LocalizedText> takeUp(FhirItem item, String control) {
        Optional<FhirItem> found = item.items().stream()
                .filter(it -> it.beside(Set.of(control)) && !it.reached())
                .findFirst();
        Optional<LocalizedText> text = found.flatMap(it -> it.heading(texts, TextLimit.LINE));
        if (text.isPresent()) {
            takenUp(found.get());
        }
        return text;
    }

    private static void takenUp(FhirItem item) {
        item.reach();
        item.control()
                .filter(it -> HINTS.contains(it) && !it.equals("help"))
                .ifPresent(it -> item.line().note(Kind.CONTROL, it));
        item.end();
    }
}
