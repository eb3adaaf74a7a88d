package no.samtidig.interoperability;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.interoperability.FhirTexts.Form;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** An item that is read: as FHIR has it, with the items in it, its line in the report, and whether the walk has been there. */
final class FhirItem {
    /** The controls of what is a text, whatever its type says: HL7's and Helsenorge's. */
    private static final Set<String> INFORMATION = Set.of(
            "help",
            "flyover",
            "prompt",
            "highlight",
            "sidebar",
            "inline",
            "header",
            "footer",
            "legal",
            "security",
            "lower",
            "upper",
            "unit");

    private final QuestionnaireItemComponent from;
    private final List<FhirItem> items;
    private final ReportLine line = new ReportLine();
    private boolean reached;
    private boolean loose;

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

    /** What it says in its own language, or as Markdown where it has nothing else; may be empty. */
    String plain() {
        return plain(from);
    }

    private static String plain(QuestionnaireItemComponent item) {
        String text = FhirTexts.clean(Fhir.said(item.getText()));
        return text.isEmpty()
                ? FhirTexts.clean(
                        Fhir.text(item.getTextElement(), Fhir.MARKDOWN).orElse(""))
                : text;
    }

    /** What to call it in a sentence about it: its text and its link. */
    String name() {
        return name(from);
    }

    static String name(QuestionnaireItemComponent item) {
        String text = FhirTexts.shortened(plain(item));
        String link = FhirTexts.shortened(Fhir.said(item.getLinkId()));
        if (text.isEmpty() || text.equals(link)) {
            return link;
        }
        return link.isEmpty() ? text : text + " (" + link + ")";
    }

    Optional<LocalizedText> heading(FhirTexts texts, TextLimit limit) {
        return heading(texts, limit, Form.PLAIN);
    }

    /**
     * Its prefix and its text, each in its languages.
     *
     * @param limit how long they may be together
     */
    Optional<LocalizedText> heading(FhirTexts texts, TextLimit limit, Form form) {
        Optional<LocalizedText> text = texts.text(from.getTextElement(), line, limit, form);
        Form plain = form == Form.PLAIN ? Form.PLAIN : Form.RICH;
        Optional<LocalizedText> prefix = texts.said(from.getPrefixElement(), line, TextLimit.NAME, plain);
        if (prefix.isEmpty()) {
            return text;
        }
        String first = prefix.get().in(texts.main()).value();
        line.note(text.isPresent() ? Kind.PREFIX : Kind.FIELD, text.isPresent() ? first : "prefix");
        return text.map(it -> it.texts().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> together(
                                        prefix.get().texts().getOrDefault(one.getKey(), first),
                                        one.getValue(),
                                        limit))))
                .map(LocalizedText::new);
    }

    private String together(String prefix, String text, TextLimit limit) {
        String whole = prefix + " " + text;
        if (!limit.fits(whole)) {
            line.note(Kind.SHORTENED, limit.most());
        }
        return FhirTexts.cut(whole, limit.most());
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
        control();
        controls().filter(it -> !List.of(usual).contains(it)).forEach(it -> line.note(Kind.CONTROL, it));
    }

    /**
     * Whether it is a text and no question: by its type, by what it wants to look like, or as a text that nobody can write in. Forms of
     * Helsenorge have their help and information as texts with such a control.
     */
    boolean informs() {
        return is(QuestionnaireItemType.DISPLAY)
                || ((is(QuestionnaireItemType.TEXT) || is(QuestionnaireItemType.STRING))
                        && (controls().anyMatch(INFORMATION::contains) || told()));
    }

    /** Whether it has only its text to give, although its type is a question's. */
    boolean told() {
        return readOnly()
                && (is(QuestionnaireItemType.TEXT) || is(QuestionnaireItemType.STRING))
                && controls().findAny().isEmpty()
                && !from.hasInitial()
                && !from.getExtension().stream()
                        .map(it -> Fhir.said(it.getUrl()))
                        .anyMatch(Fhir::expression);
    }

    /** Whether nobody can answer it. */
    boolean readOnly() {
        return Fhir.yes(from.getReadOnlyElement());
    }

    /** Whether it is a text of the question that it lies in, and one of these by its control. */
    boolean beside(Set<String> controls) {
        return informs()
                && !from.hasEnableWhen()
                && !from.hasItem()
                && !from.hasModifierExtension()
                && !hidden()
                && controls().anyMatch(controls::contains);
    }

    /** It, and what lies in it, may now be shown where it was not, and so need not be answered. */
    void loosen() {
        all().forEach(it -> it.loose = true);
    }

    boolean loose() {
        return loose;
    }

    /** Tells what it has and nobody took. */
    void end(String... carried) {
        Set<String> all = new HashSet<>(List.of(carried));
        all.addAll(Set.of("linkId", "prefix", "text", "type", "enableWhen", "enableBehavior", "item"));
        if (informs()) {
            all.addAll(Set.of("readOnly", "maxLength")); // a text is not written in
        }
        line.take(Fhir.HIDDEN);
        line.fields(from.children(), all);
        line.extensions(from.getExtension());
    }
}
