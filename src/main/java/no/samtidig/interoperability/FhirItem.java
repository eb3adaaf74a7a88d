package no.samtidig.interoperability;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** An item that is read: as FHIR has it, with the items in it, its line in the report, and whether the walk has been there. */
final class FhirItem {
    private final QuestionnaireItemComponent from;
    private final List<FhirItem> items;
    private final ReportLine line = new ReportLine();
    private boolean reached;

    private FhirItem(QuestionnaireItemComponent from) {
        this.from = from;
        this.items = of(from.getItem());
    }

    static List<FhirItem> of(List<QuestionnaireItemComponent> items) {
        return items.stream().map(FhirItem::new).toList();
    }

    QuestionnaireItemComponent from() {
        return from;
    }

    List<FhirItem> items() {
        return items;
    }

    ReportLine line() {
        return line;
    }

    Entry entry() {
        return line.entry(link(), type(), plain());
    }

    /** Itself and all that lies in it, in the order of the questionnaire. */
    Stream<FhirItem> all() {
        return Stream.concat(Stream.of(this), items.stream().flatMap(FhirItem::all));
    }

    boolean reached() {
        return reached;
    }

    void reach() {
        reached = true;
    }

    String link() {
        return Fhir.said(from.getLinkId());
    }

    /** Its type as FHIR calls it; empty if it has none. */
    String type() {
        return from.getType() == null ? "" : from.getType().toCode();
    }

    boolean is(QuestionnaireItemType type) {
        return from.getType() == type;
    }

    /** Our kind of item, where we wrote it; else empty. */
    String kind() {
        return Fhir.text(from, Fhir.KIND).orElse("");
    }

    boolean hidden() {
        return Fhir.flag(from, Fhir.HIDDEN);
    }

    /** What it says in its own language; may be empty. */
    String plain() {
        return FhirTexts.clean(Fhir.said(from.getText()));
    }

    Optional<LocalizedText> heading(FhirTexts texts, TextLimit limit) {
        return heading(texts, limit, UnaryOperator.identity(), Set.of());
    }

    /**
     * Its prefix and its text.
     *
     * @param limit how long they may be together
     * @param form what each of them is made into
     * @param known extensions of the text that are understood
     */
    Optional<LocalizedText> heading(FhirTexts texts, TextLimit limit, UnaryOperator<String> form, Set<String> known) {
        String prefix = FhirTexts.clean(Fhir.said(from.getPrefix()));
        if (prefix.isEmpty()) {
            return texts.text(from.getTextElement(), line, limit, form, known);
        }
        String first = FhirTexts.shortened(prefix) + " ";
        Optional<LocalizedText> text =
                texts.text(from.getTextElement(), line, limit, it -> form.apply(first) + form.apply(it), known);
        if (text.isPresent()) {
            line.note(Kind.PREFIX, from.getPrefix());
        }
        return text;
    }

    /** What it wants to look like. */
    Stream<String> controls() {
        return Fhir.value(from, Fhir.CONTROL)
                .filter(CodeableConcept.class::isInstance)
                .map(it -> ((CodeableConcept) it).getCoding())
                .stream()
                .flatMap(List::stream)
                .map(it -> Fhir.said(it.getCode()))
                .filter(it -> !it.isEmpty());
    }

    /** The first of its controls, for one who understands it or tells about it. */
    Optional<String> control() {
        Optional<String> control = controls().findFirst();
        if (control.isPresent()) {
            line.take(Fhir.CONTROL);
        }
        return control;
    }

    /** Tells about a control other than these, which say what comes of it anyway. */
    void otherControl(String... usual) {
        control().filter(it -> !List.of(usual).contains(it)).ifPresent(it -> line.note(Kind.CONTROL, it));
    }

    /** Whether it is a text of the question that it lies in, and one of these by its control. */
    boolean beside(Set<String> controls) {
        return is(QuestionnaireItemType.DISPLAY)
                && !from.hasEnableWhen()
                && !from.hasItem()
                && !from.hasModifierExtension()
                && !hidden()
                && controls().anyMatch(controls::contains);
    }

    /** Tells what it has and nobody took. */
    void end(String... carried) {
        Set<String> all = new HashSet<>(List.of(carried));
        all.addAll(Set.of("linkId", "prefix", "text", "type", "enableWhen", "enableBehavior", "item"));
        line.fields(from.children(), all);
        line.extensions(from.getExtension());
    }
}
