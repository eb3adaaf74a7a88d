package no.samtidig.interoperability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
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
    private final FhirChoices choices;
    private final FhirGrid grids;
    private final FhirNumbersAndWords numbersAndWords;
    private final List<Item> items = new ArrayList<>();

    /**
     * Gets ready.
     *
     * @param labels what we call what has no words in FHIR
     * @param otherwise the language of a text that does not say which it is in
     * @param found what the parser could not make sense of
     */
    FhirReader(org.hl7.fhir.r4.model.Questionnaire from, Texts labels, Language otherwise, List<Note> found) {
        this.from = from;
        this.labels = labels;
        this.top = FhirItem.of(from.getItem());
        found.forEach(it -> whole.note(it.kind(), it.arguments().toArray()));
        Optional<Language> said = FhirTexts.language(from.getLanguage());
        Language main = said.orElse(otherwise);
        if (said.isEmpty()) {
            if (from.hasLanguage()) {
                whole.note(Kind.LANGUAGE, from.getLanguage(), main.tag());
            } else {
                whole.note(Kind.NO_LANGUAGE, main.tag());
            }
        }
        this.texts = new FhirTexts(main);
        FhirWording wording = new FhirWording(texts, conditions, codes);
        this.choices = new FhirChoices(from, texts, labels, wording, conditions);
        this.grids = new FhirGrid(texts, choices, wording, conditions);
        this.numbersAndWords = new FhirNumbersAndWords(texts, wording, conditions);
    }

    Reading read() {
        Optional<Reading.Refused> refused = refusal();
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
            return Reading.Refused.because(Reading.Reason.NOTHING_LEFT);
        }
        if (items.stream()
                        .flatMap(it -> it.shown().keys())
                        .limit(MOST_RULES_IN_ALL + 1L)
                        .count()
                > MOST_RULES_IN_ALL) {
            return Reading.Refused.because(Reading.Reason.TOO_MANY_RULES_IN_ALL, MOST_RULES_IN_ALL);
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

    // ---- what no questionnaire can have

    /** Comparisons that decide about one item. */
    private static final int MOST_RULES = 100;

    /** Comparisons in all, with those that an item has from what it lies in. */
    private static final int MOST_RULES_IN_ALL = 10_000;

    private Optional<Reading.Refused> refusal() {
        if (!from.hasItem()) {
            return Optional.of(Reading.Refused.because(Reading.Reason.NO_ITEMS));
        }
        Set<String> links = new HashSet<>();
        for (FhirItem it : all().toList()) {
            if (it.link().isBlank()) {
                return Optional.of(Reading.Refused.because(Reading.Reason.NO_LINK, FhirTexts.shortened(it.plain())));
            }
            if (it.from().getAnswerOption().size() > Item.MOST_LINES) {
                return Optional.of(Reading.Refused.because(
                        Reading.Reason.TOO_MANY_OPTIONS, FhirTexts.shortened(it.link()), Item.MOST_LINES));
            }
            if (it.from().getEnableWhen().size() > MOST_RULES) {
                return Optional.of(Reading.Refused.because(
                        Reading.Reason.TOO_MANY_RULES, FhirTexts.shortened(it.link()), MOST_RULES));
            }
            if (!links.add(it.link())) {
                return Optional.of(Reading.Refused.because(Reading.Reason.SAME_LINK, FhirTexts.shortened(it.link())));
            }
        }
        return loop().map(it -> Reading.Refused.because(Reading.Reason.LOOP, it));
    }

    /** An item that is only shown when it is answered itself, by way of others or not. Each rule is followed once. */
    private Optional<String> loop() {
        Map<String, List<String>> waits = new TreeMap<>();
        all().forEach(it -> waits.put(
                it.link(),
                it.from().getEnableWhen().stream()
                        .map(when -> Fhir.said(when.getQuestion()))
                        .toList()));
        Set<String> done = new HashSet<>();
        return waits.keySet().stream()
                .flatMap(it -> loop(it, waits, new LinkedHashSet<>(), done).stream())
                .findFirst();
    }

    /**
     * The same from one item on; no way is longer than there are items.
     *
     * @param way how we came here
     * @param done items that lead to no loop
     */
    private static Optional<String> loop(
            String here, Map<String, List<String>> waits, Set<String> way, Set<String> done) {
        if (done.contains(here)) {
            return Optional.empty();
        }
        if (!way.add(here)) {
            return way.stream().dropWhile(it -> !it.equals(here)).min(Comparator.naturalOrder());
        }
        for (String next : waits.getOrDefault(here, List.of())) {
            Optional<String> found = loop(next, waits, way, done);
            if (found.isPresent()) {
                return found;
            }
        }
        way.remove(here);
        done.add(here);
        return Optional.empty();
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
                : String.valueOf(item.from().getModifierExtension().getFirst().getUrl());
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
        if (item.from().getType() == null || item.type().equals("question")) {
            item.line().note(Kind.TYPE, item.type().isEmpty() ? "?" : item.type());
            item.items().forEach(it -> put(it, context));
        } else if (item.is(QuestionnaireItemType.GROUP) && !FhirGrid.is(item)) {
            flatten(item, context);
        } else {
            Condition shown = conditions.shown(item, context);
            if (item.is(QuestionnaireItemType.DISPLAY)) {
                information(item, shown);
            } else {
                question(item, shown).ifPresent(items::add);
            }
            for (FhirItem it : item.items()) {
                if (!it.reached()) {
                    if (!leftOut(it)) {
                        it.line().note(it.is(QuestionnaireItemType.DISPLAY) ? Kind.DISPLAY_MOVED : Kind.NESTED);
                    }
                    put(it, shown);
                }
            }
        }
    }

    /** What lies in a group stands after its text, under the condition of both. */
    private void flatten(FhirItem item, Condition context) {
        Condition shown = conditions.shown(item, context);
        Optional<LocalizedText> text = item.heading(texts, TextLimit.TEXT, FhirTexts::escaped, Set.of());
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
        ReportLine line = item.line();
        Optional<String> markdown = Fhir.text(item.from().getTextElement(), Fhir.MARKDOWN);
        boolean marked = markdown.filter(it -> it.equals(item.from().getText())).isPresent();
        UnaryOperator<String> form = it -> marked ? FhirTexts.markdown(it, line) : FhirTexts.escaped(it);
        Optional<LocalizedText> text = item.heading(texts, TextLimit.TEXT, form, Set.of(Fhir.MARKDOWN));
        if (text.isEmpty()) {
            line.note(Kind.NO_TEXT);
            return;
        }
        if (!marked && markdown.isPresent()) {
            line.note(Kind.EXTENSION, Fhir.MARKDOWN);
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
        rest(told.isPresent(), fixture);
        LocalizedText title =
                texts.text(from.getTitleElement(), whole, TextLimit.LINE).orElseGet(this::title);
        LocalizedText introduction = texts.text(
                        from.getDescriptionElement(),
                        whole,
                        TextLimit.TEXT,
                        it -> FhirTexts.markdown(it, whole),
                        Set.of())
                .orElseGet(() -> {
                    whole.note(Kind.INTRODUCTION);
                    return FhirWriter.label(labels, "fhir.introduction");
                });
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
        Set<String> carried = new HashSet<>(Set.of("title", "description", "item"));
        if (ours) {
            carried.addAll(Set.of("url", "version", "status"));
        }
        if (fixture) {
            carried.add("experimental");
        }
        if (from.getStatus() == PublicationStatus.DRAFT) {
            carried.add("status");
        }
        if (from.hasCopyright()) {
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
