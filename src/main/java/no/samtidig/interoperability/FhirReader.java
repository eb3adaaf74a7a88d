package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Entry;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.interoperability.ImportReport.Outcome;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.platform.Texts;
import no.samtidig.platform.code.Slug;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;

/**
 * Makes a questionnaire of ours out of one of FHIR's, and tells item by item what became of it. Used once. It walks through the items from
 * first to last; each kind of question is made by a class of its own.
 */
final class FhirReader {
    private final org.hl7.fhir.r4.model.Questionnaire from;
    private final Texts labels;
    private final List<FhirItem> top;
    private final ReportLine whole = new ReportLine();
    private final FhirTexts texts;
    private final FhirCodes codes = new FhirCodes();
    private final FhirConditions conditions = new FhirConditions();
    private final FhirValueSets sets;
    private final FhirChoices choices;
    private final FhirGrid grids;
    private final FhirNumbersAndWords numbersAndWords;
    private final List<Item> items = new ArrayList<>();

    /**
     * Gets ready.
     *
     * @param file the questionnaire, and what lies beside it
     * @param labels what we call what has no words in FHIR
     * @param otherwise the language of a text that does not say which it is in
     * @param found what the parser could not make sense of
     */
    FhirReader(FhirFile file, Texts labels, Language otherwise, List<Note> found) {
        this.from = file.questionnaire();
        this.labels = labels;
        this.top = FhirItem.of(from.getItem());
        Stream.concat(found.stream(), file.notes().stream()).forEach(whole::note);
        all().forEach(it -> file.items().getOrDefault(it.link(), List.of()).forEach(it.line()::note));
        Optional<Language> said = FhirTexts.language(from.getLanguage());
        Language main = said.orElse(otherwise);
        if (said.isEmpty()) {
            if (!Fhir.said(from.getLanguage()).isBlank()) {
                whole.note(Kind.LANGUAGE, from.getLanguage(), main.tag());
            } else {
                whole.note(Kind.NO_LANGUAGE, main.tag());
            }
        }
        this.texts = new FhirTexts(main);
        FhirWording wording = new FhirWording(texts, conditions, codes);
        this.sets = new FhirValueSets(from, file.sets());
        this.choices = new FhirChoices(from, sets, texts, labels, wording, conditions);
        this.grids = new FhirGrid(texts, choices, wording, conditions);
        this.numbersAndWords = new FhirNumbersAndWords(texts, wording, conditions);
    }

    Reading read() {
        Optional<Reading.Refused> refused = new FhirLimits(from, top).refusal();
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean afterPage = false;
        for (FhirItem item : top) {
            if (page(item)) {
                afterPage = true;
            } else {
                if (afterPage && !leftOut(item)) {
                    items.add(new Item.Page(
                            codes.near("side", "side"),
                            FhirWriter.label(labels, "fhir.more-questions"),
                            Condition.ALWAYS));
                    item.line().note(Kind.NEW_PAGE);
                    afterPage = false;
                }
                put(item, Condition.ALWAYS);
            }
        }
        all().filter(it -> !it.reached()).forEach(it -> it.line().note(Kind.NO_PLACE));
        if (items.stream().noneMatch(Item.Question.class::isInstance)) {
            List<Entry> left = left();
            return new Reading.Refused(
                    left.isEmpty() ? Reading.Reason.NO_QUESTIONS : Reading.Reason.NOTHING_LEFT, List.of(), left);
        }
        if (items.stream()
                        .flatMap(it -> it.shown().keys())
                        .limit(FhirLimits.MOST_RULES_IN_ALL + 1L)
                        .count()
                > FhirLimits.MOST_RULES_IN_ALL) {
            return Reading.Refused.because(Reading.Reason.TOO_MANY_RULES_IN_ALL, FhirLimits.MOST_RULES_IN_ALL);
        }
        Questionnaire questionnaire = questionnaire();
        if (QuestionnaireText.write(questionnaire).length() > Questionnaire.MOST_TEXT) {
            return Reading.Refused.because(Reading.Reason.TOO_LONG, Questionnaire.MOST_TEXT);
        }
        return new Reading.Read(
                questionnaire,
                new ImportReport(
                        whole.entry("", "", ""), all().map(FhirItem::entry).toList()));
    }

    private Stream<FhirItem> all() {
        return top.stream().flatMap(FhirItem::all);
    }

    /** What was a question, and why it is none here; a form without one has nothing to name. */
    private List<Entry> left() {
        return all().filter(it -> !it.informs()
                        && (!it.is(QuestionnaireItemType.GROUP) || it.entry().outcome() == Outcome.LEFT_OUT))
                .map(FhirItem::entry)
                .toList();
    }

    // ---- the items

    /** Whether nothing of the item can be here; its line then says why. */
    private static boolean leftOut(FhirItem item) {
        boolean hidden = item.hidden();
        if (!hidden && !item.from().hasModifierExtension()) {
            return false;
        }
        Kind why = hidden ? Kind.HIDDEN : Kind.MODIFIER;
        String whose = hidden
                ? item.link()
                : Fhir.said(item.from().getModifierExtension().getFirst().getUrl());
        item.all().forEach(it -> {
            it.reach();
            it.line().note(why, whose);
        });
        return true;
    }

    /** Starts a page, if that is what it is; a page cannot lie inside anything. */
    private boolean page(FhirItem item) {
        boolean empty = item.is(QuestionnaireItemType.DISPLAY) && item.kind().equals("page");
        if (leftOut(item) || FhirGrid.is(item) || !(empty || item.is(QuestionnaireItemType.GROUP))) {
            return false;
        }
        Optional<LocalizedText> heading = item.heading(texts, TextLimit.LINE);
        if (heading.isEmpty()) {
            return false;
        }
        ReportLine line = item.line();
        item.reach();
        line.take(Fhir.KIND);
        Condition shown = conditions.shown(item, Condition.ALWAYS);
        Optional<String> control = item.control();
        if (!empty && control.filter("page"::equals).isEmpty()) {
            line.note(Kind.PAGE);
            control.ifPresent(it -> line.note(Kind.CONTROL, it));
        }
        items.add(new Item.Page(codes.of(item), heading.get(), shown));
        item.end();
        item.items().forEach(it -> put(it, Condition.ALWAYS));
        return true;
    }

    /** Adds what the item is, and then what lies in it. */
    private void put(FhirItem item, Condition context) {
        if (item.reached() || leftOut(item)) {
            return;
        }
        item.reach();
        if (item.is(QuestionnaireItemType.GROUP) && !FhirGrid.is(item)) {
            flatten(item, context);
            return;
        }
        if (item.from().getType() == null || item.type().equals("question")) {
            item.line().note(Kind.TYPE, item.type().isEmpty() ? "?" : item.type());
            within(item, context, Optional.empty());
            return;
        }
        Condition shown = conditions.shown(item, context);
        if (item.informs()) {
            information(item, shown);
            item.items().forEach(it -> moved(it, Kind.NESTED_APART, shown));
        } else {
            Optional<Item.Question> question = question(item, shown);
            question.ifPresent(items::add);
            within(item, shown, question);
        }
    }

    /**
     * What lies in a question stands after it. A text there is for everybody; a question there is about an answer, and so is asked of
     * those who gave one. Where the question could not be kept nobody can tell, so nobody has to answer.
     */
    private void within(FhirItem item, Condition shown, Optional<Item.Question> question) {
        for (FhirItem it : item.items()) {
            if (question.isEmpty() && it.beside(FhirWording.HINTS)) {
                it.reach();
                it.line().note(Kind.HELP_LEFT_OUT);
            } else if (it.informs()) {
                moved(it, Kind.NESTED, shown);
            } else if (question.isPresent() && question.get() instanceof Item.LikertGrid) {
                moved(it, Kind.NESTED_APART, shown);
            } else if (question.isPresent()) {
                moved(
                        it,
                        Kind.NESTED,
                        Rules.both(shown, new Condition.Answered(question.get().code())));
            } else {
                it.loosen();
                moved(it, Kind.PARENT_LEFT_OUT, shown);
            }
        }
    }

    private void moved(FhirItem item, Kind why, Condition context) {
        if (item.reached()) {
            return;
        }
        if (!leftOut(item)) {
            item.line().note(item.informs() ? Kind.DISPLAY_MOVED : why);
        }
        put(item, context);
    }

    /** What lies in a group stands after its text, under the condition of both. */
    private void flatten(FhirItem item, Condition context) {
        Condition shown = conditions.shown(item, context);
        Optional<LocalizedText> text = item.heading(texts, TextLimit.TEXT, FhirTexts.Form.RICH);
        if (text.isPresent()) {
            item.line().note(Kind.FLATTENED);
            items.add(new Item.Information(codes.of(item), text.get(), shown));
        } else {
            item.line().note(Kind.GROUP_WITHOUT_TEXT);
        }
        item.otherControl();
        item.end();
        item.items().forEach(it -> put(it, shown));
    }

    private void information(FhirItem item, Condition shown) {
        Optional<LocalizedText> text = item.heading(texts, TextLimit.TEXT, FhirTexts.Form.RICH);
        if (text.isEmpty()) {
            item.line().note(Kind.NO_TEXT);
            return;
        }
        if (item.told()) {
            item.line().note(Kind.READ_ONLY_TEXT);
        }
        item.otherControl();
        items.add(new Item.Information(codes.of(item), text.get(), shown));
        item.end();
    }

    private Optional<Item.Question> question(FhirItem item, Condition shown) {
        Optional<LocalizedText> heading = item.heading(texts, TextLimit.TEXT);
        if (heading.isEmpty()) {
            item.line().note(Kind.NO_TEXT);
            return Optional.empty();
        }
        if (item.readOnly()) {
            item.line().note(Kind.READ_ONLY);
            return Optional.empty();
        }
        LocalizedText text = heading.get();
        return switch (item.from().getType()) {
            case GROUP -> Optional.of(grids.question(item, shown, text));
            case BOOLEAN -> Optional.of(choices.yesOrNo(item, shown, text));
            case CHOICE, OPENCHOICE -> choices.choice(item, shown, text);
            case INTEGER, DECIMAL, QUANTITY -> Optional.of(numbersAndWords.number(item, shown, text));
            case STRING, TEXT -> Optional.of(numbersAndWords.words(item, shown, text));
            default -> {
                item.line().note(Kind.TYPE, item.type());
                yield Optional.empty();
            }
        };
    }

    // ---- the questionnaire itself

    private Questionnaire questionnaire() {
        Optional<Integer> told = Fhir.value(from.getExtension(), Fhir.MINUTES)
                .filter(Type::isPrimitive)
                .flatMap(it -> Fhir.number(it.primitiveValue()))
                .filter(it -> it >= 1 && it <= 60);
        int minutes = told.orElseGet(this::minutes);
        if (told.isEmpty()) {
            whole.note(Kind.MINUTES, minutes);
        }
        whole.take(Fhir.MINUTES, Fhir.FIXTURE);
        boolean fixture = Fhir.value(from.getExtension(), Fhir.FIXTURE)
                .filter(it -> it instanceof BooleanType flag && Boolean.TRUE.equals(flag.getValue()))
                .isPresent();
        LocalizedText title =
                texts.text(from.getTitleElement(), whole, TextLimit.LINE).orElseGet(this::title);
        LocalizedText introduction = texts.text(
                        from.getDescriptionElement(), whole, TextLimit.TEXT, FhirTexts.Form.MARKDOWN)
                .orElseGet(() -> {
                    whole.note(Kind.INTRODUCTION);
                    return FhirWriter.label(labels, "fhir.introduction");
                });
        rest(told.isPresent(), fixture);
        return new Questionnaire(slug(), title, introduction, minutes, fixture, items);
    }

    /** A guess: four answers a minute. */
    private int minutes() {
        int answers = items.stream()
                .mapToInt(it ->
                        it instanceof Item.Question question ? question.keys().size() : 0)
                .sum();
        return Math.clamp((answers + 3) / 4, 1, 60);
    }

    /**
     * Tells what the questionnaire has and we have no place for.
     *
     * @param ours whether we wrote it; then its address, version and status are those it gets again
     */
    private void rest(boolean ours, boolean fixture) {
        Set<String> carried = new HashSet<>(Set.of("title", "description", "item", "contained"));
        sets.unused().forEach(it -> whole.note(Kind.RESOURCE, it.fhirType()));
        if (ours) {
            carried.addAll(Set.of("url", "version", "status"));
        }
        if (fixture) {
            carried.add("experimental");
        }
        if (from.getStatus() == PublicationStatus.DRAFT) {
            carried.add("status");
        }
        if (!Fhir.said(from.getCopyright()).isBlank()) {
            carried.add("copyright");
            whole.note(Kind.COPYRIGHT, FhirTexts.clean(Fhir.said(from.getCopyright())));
        }
        whole.fields(from.children(), carried);
        if (from.hasText()) {
            whole.note(Kind.FIELD, "text");
        }
        if (from.hasMeta() && !from.getMeta().isEmpty()) {
            whole.note(Kind.FIELD, "meta");
        }
        whole.extensions(from.getExtension());
        whole.extensions(from.getModifierExtension());
    }

    /** In want of a title, another name of it. */
    private LocalizedText title() {
        String name = named(from.getName(), from.getUrl()).orElse("FHIR");
        whole.note(Kind.TITLE, name);
        return new LocalizedText(Map.of(texts.main(), FhirTexts.cut(FhirTexts.clean(name), TextLimit.LINE.most())));
    }

    private String slug() {
        String last = lastPart(Fhir.said(from.getUrl()));
        String name = named(from.getIdElement().getIdPart(), last, from.getName(), from.getTitle())
                .orElse("skjema");
        return FhirCodes.folded(name, Slug.LONGEST, "skjema");
    }

    /** What stands last in an address, whatever signs it ends in. */
    private static String lastPart(String url) {
        int end = url.length();
        while (end > 0 && "/#?".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
    }

    private static Optional<String> named(String... names) {
        return Stream.of(names).filter(it -> it != null && !it.isBlank()).findFirst();
    }
}
