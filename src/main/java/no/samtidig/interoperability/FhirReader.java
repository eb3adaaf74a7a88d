package no.samtidig.interoperability;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.interoperability.Report.Entry;
import no.samtidig.interoperability.Report.Kind;
import no.samtidig.interoperability.Report.Note;
import no.samtidig.interoperability.Report.Outcome;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** Makes a questionnaire of ours out of one of FHIR's, and tells item by item what became of it. Used once. */
final class FhirReader {
    /** What a questionnaire may ask for at most, and at least. */
    private static final int LIMIT = 1_000_000;

    private static final int SHORT = 200;
    private static final int LONG = 2000;

    private static final Set<String> HINTS = Set.of("help", "flyover", "prompt");
    private static final Set<String> GRIDS = Set.of("gtable", "table", "htable");

    private final org.hl7.fhir.r4.model.Questionnaire from;
    private final Texts texts;
    private final Language main;
    private final Line whole = new Line("", "", "");
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, Item.Question> asked = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    /** A question that is carried: under which key its answers stand, and which of its values is which of ours. */
    private record Known(String key, Item.Question question, Map<String, String> values) {}

    /** An entry of the report that is still being written. */
    private static final class Line {
        private final String link;
        private final String type;
        private final String text;
        private final List<Note> notes = new ArrayList<>();
        private final Set<String> used = new HashSet<>();
        private final Set<Language> missing = java.util.EnumSet.noneOf(Language.class);
        private boolean reached;

        Line(String link, String type, String text) {
            this.link = link;
            this.type = type;
            this.text = text;
        }

        void note(Kind kind, Object... arguments) {
            Note note = Note.of(kind, arguments);
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }

        Entry entry() {
            List<Note> all = new ArrayList<>(notes);
            missing.forEach(it -> all.add(Note.of(Kind.MISSING_LANGUAGE, it.tag())));
            Outcome outcome = all.stream()
                    .map(it -> it.kind().outcome())
                    .max(java.util.Comparator.naturalOrder())
                    .orElse(Outcome.WHOLE);
            return new Entry(link, type, text, outcome, all);
        }
    }

    /**
     * Gets ready.
     *
     * @param otherwise the language of a text that does not say which it is in
     * @param found what the parser could not make sense of
     */
    FhirReader(org.hl7.fhir.r4.model.Questionnaire from, Texts texts, Language otherwise, List<Note> found) {
        this.from = from;
        this.texts = texts;
        found.forEach(it -> whole.note(it.kind(), it.arguments().toArray()));
        Optional<Language> said = language(from.getLanguage());
        this.main = said.orElse(otherwise);
        if (said.isEmpty()) {
            if (from.hasLanguage()) {
                whole.note(Kind.LANGUAGE, from.getLanguage(), main.tag());
            } else {
                whole.note(Kind.NO_LANGUAGE, main.tag());
            }
        }
    }

    private static Optional<Language> language(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String first = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Language.of(first.equals("no") ? "nb" : first);
    }

    Reading read() {
        Optional<Reading.Refused> refused = refusal();
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean afterPage = false;
        for (QuestionnaireItemComponent item : from.getItem()) {
            if (page(item)) {
                afterPage = true;
            } else {
                if (afterPage && !leftOut(item)) {
                    items.add(new Item.Page(
                            code("side"), FhirWriter.label(texts, "fhir.more-questions"), Condition.ALWAYS));
                    line(item).note(Kind.NEW_PAGE);
                    afterPage = false;
                }
                put(item, Condition.ALWAYS);
            }
        }
        lines.values().stream().filter(it -> !it.reached).forEach(it -> it.note(Kind.NO_PLACE));
        if (items.stream().noneMatch(Item.Question.class::isInstance)) {
            return Reading.Refused.because(Reading.Reason.NOTHING_LEFT);
        }
        Questionnaire questionnaire = questionnaire();
        return new Reading.Read(
                questionnaire,
                new Report(
                        whole.entry(), lines.values().stream().map(Line::entry).toList()));
    }

    // ---- what no questionnaire can have

    private Optional<Reading.Refused> refusal() {
        if (!from.hasItem()) {
            return Optional.of(Reading.Refused.because(Reading.Reason.NO_ITEMS));
        }
        List<QuestionnaireItemComponent> all = all(from.getItem());
        for (QuestionnaireItemComponent it : all) {
            if (!it.hasLinkId() || it.getLinkId().isBlank()) {
                return Optional.of(Reading.Refused.because(Reading.Reason.NO_LINK, shortened(plain(it))));
            }
            if (lines.put(it.getLinkId(), new Line(it.getLinkId(), type(it), plain(it))) != null) {
                return Optional.of(Reading.Refused.because(Reading.Reason.SAME_LINK, it.getLinkId()));
            }
        }
        return loop(all).map(it -> Reading.Refused.because(Reading.Reason.LOOP, it));
    }

    private static List<QuestionnaireItemComponent> all(List<QuestionnaireItemComponent> items) {
        List<QuestionnaireItemComponent> all = new ArrayList<>();
        for (QuestionnaireItemComponent it : items) {
            all.add(it);
            all.addAll(all(it.getItem()));
        }
        return all;
    }

    private static String type(QuestionnaireItemComponent item) {
        return item.getType() == null ? "" : item.getType().toCode();
    }

    private static String plain(QuestionnaireItemComponent item) {
        return item.hasText() ? clean(item.getText()) : "";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** An item that is only shown when it is answered itself, by way of others or not. */
    private static Optional<String> loop(List<QuestionnaireItemComponent> all) {
        Map<String, List<String>> waits = new HashMap<>();
        for (QuestionnaireItemComponent it : all) {
            waits.put(
                    it.getLinkId(),
                    it.getEnableWhen().stream()
                            .map(QuestionnaireItemEnableWhenComponent::getQuestion)
                            .toList());
        }
        for (String start : waits.keySet().stream().sorted().toList()) {
            Set<String> seen = new HashSet<>();
            List<String> next = new ArrayList<>(waits.getOrDefault(start, List.of()));
            while (!next.isEmpty()) {
                String it = next.removeLast();
                if (it != null && seen.add(it)) {
                    if (it.equals(start)) {
                        return Optional.of(start);
                    }
                    next.addAll(waits.getOrDefault(it, List.of()));
                }
            }
        }
        return Optional.empty();
    }

    // ---- the questionnaire itself

    private Questionnaire questionnaire() {
        Optional<Integer> told = Fhir.value(from.getExtension(), Fhir.MINUTES)
                .filter(Type::isPrimitive)
                .flatMap(it -> Fhir.number(it.primitiveValue()))
                .filter(it -> it >= 1 && it <= 60);
        boolean ours = told.isPresent();
        int minutes = told.orElse(Math.clamp((asked.size() + 3) / 4, 1, 60));
        if (!ours) {
            whole.note(Kind.MINUTES, minutes);
        }
        whole.used.addAll(List.of(Fhir.MINUTES, Fhir.FIXTURE));
        boolean fixture = Fhir.value(from.getExtension(), Fhir.FIXTURE)
                .filter(it -> it instanceof BooleanType flag && Boolean.TRUE.equals(flag.getValue()))
                .isPresent();
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
            whole.note(Kind.COPYRIGHT, shortened(clean(from.getCopyright())));
        }
        fields(from.children(), carried, whole);
        if (from.hasText()) {
            whole.note(Kind.FIELD, "text");
        }
        if (from.hasMeta() && !from.getMeta().isEmpty()) {
            whole.note(Kind.FIELD, "meta");
        }
        extensions(from.getExtension(), whole);
        extensions(from.getModifierExtension(), whole);
        LocalizedText title = text(from.getTitleElement(), whole, UnaryOperator.identity())
                .orElseGet(() -> {
                    String name = Stream.of(from.getName(), from.getUrl())
                            .filter(it -> it != null && !it.isBlank())
                            .findFirst()
                            .orElse("FHIR");
                    whole.note(Kind.TITLE, name);
                    return new LocalizedText(Map.of(main, clean(name)));
                });
        LocalizedText introduction = text(from.getDescriptionElement(), whole, it -> markdown(it, whole))
                .orElseGet(() -> {
                    whole.note(Kind.INTRODUCTION);
                    return FhirWriter.label(texts, "fhir.introduction");
                });
        return new Questionnaire(slug(), title, introduction, minutes, fixture, items);
    }

    private String slug() {
        String id = from.getIdElement().getIdPart();
        String url = from.hasUrl() ? from.getUrl().replaceAll("[/#?]+$", "") : "";
        String named = Stream.of(id, url.substring(url.lastIndexOf('/') + 1), from.getName(), from.getTitle())
                .filter(it -> it != null && !it.isBlank())
                .findFirst()
                .orElse("skjema");
        return folded(named, 60, "skjema");
    }

    // ---- items

    private Line line(QuestionnaireItemComponent item) {
        return java.util.Objects.requireNonNull(lines.get(item.getLinkId()));
    }

    /** Whether nothing of the item can be here; its line then says why. */
    private boolean leftOut(QuestionnaireItemComponent item) {
        Line line = line(item);
        boolean hidden = Fhir.flag(item, Fhir.HIDDEN);
        if (hidden || item.hasModifierExtension()) {
            for (QuestionnaireItemComponent it : all(List.of(item))) {
                line(it).reached = true;
                line(it).note(
                                hidden ? Kind.HIDDEN : Kind.MODIFIER,
                                hidden
                                        ? line.link
                                        : item.getModifierExtension().getFirst().getUrl());
            }
        }
        return hidden || item.hasModifierExtension();
    }

    /** Starts a page, if that is what it is; a page cannot lie inside anything. */
    private boolean page(QuestionnaireItemComponent item) {
        boolean empty = item.getType() == QuestionnaireItemType.DISPLAY && "page".equals(kind(item));
        if (leftOut(item) || grid(item) || !(empty || item.getType() == QuestionnaireItemType.GROUP)) {
            return false;
        }
        Line line = line(item);
        Optional<LocalizedText> heading = heading(item, line);
        if (heading.isEmpty()) {
            return false;
        }
        line.reached = true;
        line.used.add(Fhir.KIND);
        Condition shown = shown(item, line);
        Optional<String> control = control(item, line);
        if (!empty && control.filter("page"::equals).isEmpty()) {
            line.note(Kind.PAGE);
            control.ifPresent(it -> line.note(Kind.CONTROL, it));
        }
        items.add(new Item.Page(code(item, line), heading.get(), shown));
        end(item, line, Set.of());
        item.getItem().forEach(it -> put(it, Condition.ALWAYS));
        return true;
    }

    /** Adds what the item is, and then what lies in it. */
    private void put(QuestionnaireItemComponent item, Condition context) {
        Line line = line(item);
        if (line.reached || leftOut(item)) {
            return;
        }
        line.reached = true;
        if (item.getType() == null || "question".equals(type(item))) {
            line.note(Kind.TYPE, type(item).isEmpty() ? "?" : type(item));
            item.getItem().forEach(it -> put(it, context));
        } else if (item.getType() == QuestionnaireItemType.GROUP && !grid(item)) {
            flatten(item, line, context);
        } else {
            Condition shown = both(context, shown(item, line));
            if (item.getType() == QuestionnaireItemType.DISPLAY) {
                information(item, line, shown);
            } else {
                question(item, line, shown);
            }
            for (QuestionnaireItemComponent it : item.getItem()) {
                if (!line(it).reached) {
                    if (!leftOut(it)) {
                        line(it).note(it.getType() == QuestionnaireItemType.DISPLAY ? Kind.DISPLAY_MOVED : Kind.NESTED);
                    }
                    put(it, shown);
                }
            }
        }
    }

    private void flatten(QuestionnaireItemComponent item, Line line, Condition context) {
        Condition shown = both(context, shown(item, line));
        Optional<LocalizedText> text = heading(item, line);
        if (text.isPresent()) {
            line.note(Kind.FLATTENED);
            items.add(new Item.Information(code(item, line), escaped(text.get()), shown));
        } else {
            line.note(Kind.GROUP_WITHOUT_TEXT);
        }
        control(item, line).ifPresent(it -> line.note(Kind.CONTROL, it));
        end(item, line, Set.of());
        item.getItem().forEach(it -> put(it, shown));
    }

    private void information(QuestionnaireItemComponent item, Line line, Condition shown) {
        boolean marked = Fhir.text(item.getTextElement(), Fhir.MARKDOWN)
                .filter(it -> it.equals(item.getText()))
                .isPresent();
        Optional<LocalizedText> text =
                heading(item, line, it -> marked ? markdown(it, line) : escaped(it), Set.of(Fhir.MARKDOWN));
        if (text.isEmpty()) {
            line.note(Kind.NO_TEXT);
            return;
        }
        if (!marked && Fhir.text(item.getTextElement(), Fhir.MARKDOWN).isPresent()) {
            line.note(Kind.EXTENSION, Fhir.MARKDOWN);
        }
        control(item, line).ifPresent(it -> line.note(Kind.CONTROL, it));
        items.add(new Item.Information(code(item, line), text.get(), shown));
        end(item, line, Set.of());
    }

    private void question(QuestionnaireItemComponent item, Line line, Condition shown) {
        Optional<LocalizedText> text = heading(item, line);
        if (text.isEmpty()) {
            line.note(Kind.NO_TEXT);
            return;
        }
        switch (item.getType()) {
            case GROUP -> likert(item, line, shown, text.get());
            case BOOLEAN -> yesOrNo(item, line, shown, text.get());
            case CHOICE, OPENCHOICE -> choice(item, line, shown, text.get());
            case INTEGER, DECIMAL, QUANTITY -> number(item, line, shown, text.get());
            case STRING, TEXT -> words(item, line, shown, text.get());
            default -> line.note(Kind.TYPE, type(item));
        }
    }

    private Item.Wording wording(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        Optional<LocalizedText> hint = Optional.empty();
        for (QuestionnaireItemComponent it : item.getItem()) {
            if (hint.isEmpty() && side(it, HINTS)) {
                hint = text(it.getTextElement(), line(it), UnaryOperator.identity());
                hint.ifPresent(_ -> takenUp(it));
            }
        }
        Condition required = item.getRequired() ? Condition.ALWAYS : Condition.NEVER;
        line.used.add(Fhir.REQUIRED);
        Optional<String> written = Fhir.text(item, Fhir.REQUIRED);
        if (written.isPresent()) {
            Optional<Condition> read =
                    Rules.read(written.get()).filter(it -> Rules.asksOnly(it, asked) && !item.getRequired());
            if (read.isPresent()) {
                required = read.get();
            } else {
                line.note(Kind.EXTENSION, Fhir.REQUIRED);
            }
        }
        return new Item.Wording(code(item, line), text, hint.orElse(null), shown, required);
    }

    private boolean side(QuestionnaireItemComponent item, Set<String> controls) {
        return item.getType() == QuestionnaireItemType.DISPLAY
                && !item.hasEnableWhen()
                && !item.hasItem()
                && !item.hasModifierExtension()
                && !Fhir.flag(item, Fhir.HIDDEN)
                && controls(item).anyMatch(controls::contains);
    }

    /** A text of a question that stands as an item of its own in FHIR, and is a part of the question here. */
    private void takenUp(QuestionnaireItemComponent item) {
        Line line = line(item);
        line.reached = true;
        control(item, line)
                .filter(it -> HINTS.contains(it) && !it.equals("help"))
                .ifPresent(it -> line.note(Kind.CONTROL, it));
        end(item, line, Set.of());
    }

    private Optional<LocalizedText> takeUp(QuestionnaireItemComponent item, String control) {
        Optional<QuestionnaireItemComponent> found = item.getItem().stream()
                .filter(it -> side(it, Set.of(control)) && !line(it).reached)
                .findFirst();
        Optional<LocalizedText> text =
                found.flatMap(it -> text(it.getTextElement(), line(it), UnaryOperator.identity()));
        if (text.isPresent()) {
            takenUp(found.get());
        }
        return text;
    }

    private void add(QuestionnaireItemComponent item, Item.Question question, Map<String, String> values) {
        items.add(question);
        asked.put(question.code(), question);
        known.put(item.getLinkId(), new Known(question.code(), question, values));
    }

    private void yesOrNo(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        line.note(Kind.YES_NO);
        control(item, line).ifPresent(it -> line.note(Kind.CONTROL, it));
        Item.Question question = new Item.SingleChoice(
                wording(item, line, shown, text),
                List.of(
                        new Item.Option("ja", FhirWriter.label(texts, "fhir.yes"), false),
                        new Item.Option("nei", FhirWriter.label(texts, "fhir.no"), false)));
        add(item, question, Map.of("true", "ja", "false", "nei"));
        end(item, line, Set.of("required"));
    }

    private void words(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        boolean longer = item.getType() == QuestionnaireItemType.TEXT;
        int limit = longer ? LONG : SHORT;
        int most = item.hasMaxLength() && item.getMaxLength() >= 1 && item.getMaxLength() <= limit
                ? item.getMaxLength()
                : limit;
        if (!item.hasMaxLength() || item.getMaxLength() != most) {
            line.note(Kind.LONGEST, most);
        }
        control(item, line).ifPresent(it -> line.note(Kind.CONTROL, it));
        Item.Wording wording = wording(item, line, shown, text);
        add(item, longer ? new Item.LongText(wording, most) : new Item.ShortText(wording, most), Map.of());
        end(item, line, Set.of("required", "maxLength"));
    }

    private void number(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        line.used.addAll(List.of(Fhir.MIN_VALUE, Fhir.MAX_VALUE, Fhir.STEP, Fhir.UNIT));
        if (item.getType() == QuestionnaireItemType.DECIMAL) {
            line.note(Kind.DECIMAL);
        } else if (item.getType() == QuestionnaireItemType.QUANTITY) {
            line.note(Kind.QUANTITY);
        }
        Optional<Integer> min = Fhir.number(item, Fhir.MIN_VALUE);
        Optional<Integer> max = Fhir.number(item, Fhir.MAX_VALUE);
        Optional<String> control = control(item, line);
        boolean ends = Stream.of("lower", "upper")
                .allMatch(end -> item.getItem().stream()
                        .anyMatch(it -> side(it, Set.of(end)) && !plain(it).isBlank()));
        boolean slider = control.filter("slider"::equals).isPresent()
                && min.filter(it -> it == 0).isPresent()
                && max.filter(it -> it == 10).isPresent()
                && Fhir.text(item, Fhir.STEP).filter(it -> !it.equals("1")).isEmpty()
                && !item.hasExtension(Fhir.UNIT)
                && ends;
        if (slider) {
            Item.Wording wording = wording(item, line, shown, text);
            add(
                    item,
                    new Item.Slider(
                            wording,
                            takeUp(item, "lower").orElseThrow(),
                            takeUp(item, "upper").orElseThrow()),
                    Map.of());
        } else {
            control.ifPresent(it -> line.note(Kind.CONTROL, it));
            if (item.hasExtension(Fhir.STEP)) {
                line.note(Kind.EXTENSION, Fhir.STEP);
            }
            int least = Math.clamp(min.orElse(-LIMIT), -LIMIT, LIMIT);
            int most = Math.clamp(max.orElse(LIMIT), least, LIMIT);
            if (min.filter(it -> it == least).isEmpty()
                    || max.filter(it -> it == most).isEmpty()) {
                line.note(Kind.BOUNDS, least, most);
            }
            Item.Wording wording = wording(item, line, shown, text);
            add(item, new Item.NumberQuestion(wording, least, most, unit(item, line)), Map.of());
        }
        end(item, line, Set.of("required"));
    }

    private @Nullable LocalizedText unit(QuestionnaireItemComponent item, Line line) {
        Optional<Type> coded = Fhir.value(item, Fhir.UNIT);
        if (coded.isPresent()) {
            Optional<LocalizedText> unit = coded.filter(Coding.class::isInstance)
                    .map(Coding.class::cast)
                    .flatMap(it -> {
                        if (it.hasSystem()) {
                            line.note(Kind.CODE_SYSTEM, it.getSystem());
                        }
                        StringType display = it.hasDisplay() ? it.getDisplayElement() : new StringType(it.getCode());
                        return text(display, line, UnaryOperator.identity());
                    });
            if (unit.isEmpty()) {
                line.note(Kind.EXTENSION, Fhir.UNIT);
            }
            return unit.orElse(null);
        }
        return takeUp(item, "unit").orElse(null);
    }

    // ---- choices

    /** An alternative as FHIR has it: its value as rules name it, and its text. */
    private record Choice(
            String value,
            @Nullable Coding coding,
            String label,
            @Nullable QuestionnaireItemAnswerOptionComponent option) {}

    private List<Choice> choices(QuestionnaireItemComponent item, Line line) {
        List<Choice> choices = new ArrayList<>();
        for (QuestionnaireItemAnswerOptionComponent it : item.getAnswerOption()) {
            if (it.getValue() instanceof Coding coding) {
                choices.add(choice(coding, it));
            } else if (it.getValue() != null && it.getValue().isPrimitive()) {
                String value = String.valueOf(it.getValue().primitiveValue());
                choices.add(new Choice(value, null, value, it));
            } else {
                line.note(
                        Kind.OPTION_TEXT,
                        it.getValue() == null ? "?" : it.getValue().fhirType());
            }
        }
        if (item.hasAnswerValueSet() && choices.isEmpty()) {
            String set = item.getAnswerValueSet();
            from.getContained().stream()
                    .filter(ValueSet.class::isInstance)
                    .map(ValueSet.class::cast)
                    .filter(it -> ("#" + it.getIdElement().getIdPart().replace("#", "")).equals(set))
                    .findFirst()
                    .filter(FhirReader::spelledOut)
                    .ifPresent(found -> {
                        line.note(Kind.VALUE_SET_COPIED);
                        found.getCompose()
                                .getInclude()
                                .forEach(include -> include.getConcept().forEach(it -> {
                                    Coding coding = new Coding()
                                            .setSystem(include.getSystem())
                                            .setCode(it.getCode());
                                    coding.setDisplayElement(it.getDisplayElement());
                                    choices.add(choice(coding, null));
                                }));
                    });
        }
        return choices;
    }

    /** Whether each of its codes stands in it; a filter or another set would have to be asked for elsewhere. */
    private static boolean spelledOut(ValueSet set) {
        return !set.getCompose().hasExclude()
                && set.getCompose().getInclude().stream()
                        .allMatch(it -> it.hasConcept() && !it.hasFilter() && !it.hasValueSet());
    }

    private static Choice choice(Coding coding, @Nullable QuestionnaireItemAnswerOptionComponent option) {
        String code = coding.hasCode() ? coding.getCode() : coding.hasDisplay() ? coding.getDisplay() : "";
        return new Choice(code, coding, coding.hasDisplay() ? coding.getDisplay() : code, option);
    }

    private void choice(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        List<Choice> choices = choices(item, line);
        if (choices.isEmpty() && item.hasAnswerValueSet()) {
            line.note(Kind.VALUE_SET, item.getAnswerValueSet());
            return;
        }
        if (choices.size() < 2) {
            line.note(Kind.FEW_OPTIONS);
            return;
        }
        if (item.hasAnswerValueSet() && item.hasAnswerOption()) {
            line.note(Kind.FIELD, "answerValueSet");
        }
        if (item.getType() == QuestionnaireItemType.OPENCHOICE) {
            line.note(Kind.OPEN_CHOICE);
        }
        line.used.addAll(List.of(Fhir.KIND, Fhir.MIN_OCCURS, Fhir.MAX_OCCURS, Fhir.AT_LEAST));
        Optional<String> control = control(item, line);
        String usual = item.getRepeats() ? "check-box" : "radio-button";
        control.filter(it -> !it.equals(usual)).ifPresent(it -> line.note(Kind.CONTROL, it));
        Item.Wording wording = wording(item, line, shown, text);
        String kind = kind(item);
        boolean scale = !item.getRepeats()
                && (kind.equals("frequency") || kind.equals("importance"))
                && choices.stream().map(Choice::value).toList().equals(List.of("0", "1", "2", "3", "4", Item.UNSURE));
        Map<String, String> values = new LinkedHashMap<>();
        Item.Question question;
        if (scale) {
            IntStream.rangeClosed(0, 4).forEach(it -> labelled(choices.get(it), "fhir." + kind + "." + it, it, line));
            labelled(choices.getLast(), "fhir.unsure", -1, line);
            choices.forEach(it -> values.put(it.value(), it.value()));
            question = kind.equals("frequency") ? new Item.Frequency(wording) : new Item.Importance(wording);
        } else {
            if (!kind.isEmpty()) {
                line.note(Kind.EXTENSION, Fhir.KIND);
            }
            List<Item.Option> options = options(item, choices, line, values);
            question =
                    item.getRepeats() ? several(item, line, wording, options) : new Item.SingleChoice(wording, options);
        }
        if (!item.getRepeats()) {
            Stream.of(Fhir.MIN_OCCURS, Fhir.MAX_OCCURS, Fhir.AT_LEAST)
                    .filter(item::hasExtension)
                    .forEach(it -> line.note(Kind.EXTENSION, it));
        }
        add(item, question, values);
        end(item, line, Set.of("required", "repeats", "answerOption", "answerValueSet"));
    }

    private static Item.Question several(
            QuestionnaireItemComponent item, Line line, Item.Wording wording, List<Item.Option> options) {
        int atLeast = Fhir.number(item, Fhir.AT_LEAST)
                .or(() -> Fhir.number(item, Fhir.MIN_OCCURS))
                .orElse(0);
        int atMost = Fhir.number(item, Fhir.MAX_OCCURS).orElse(options.size());
        int most = Math.clamp(atMost, 1, options.size());
        int least = Math.clamp(atLeast, 0, most);
        if (most != atMost || least != atLeast) {
            line.note(Kind.AT_LEAST, least, most);
        }
        return new Item.MultipleChoice(wording, options, least, most);
    }

    private List<Item.Option> options(
            QuestionnaireItemComponent item, List<Choice> choices, Line line, Map<String, String> values) {
        List<Item.Option> options = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean renamed = false;
        for (Choice it : choices) {
            String code = unique(folded(it.value(), 40, "svar"), taken);
            renamed |= !code.equals(it.value());
            values.putIfAbsent(it.value(), code);
            LocalizedText label = label(it, line);
            boolean exclusive = it.option() != null && Fhir.flag(it.option(), Fhir.EXCLUSIVE) && item.getRepeats();
            QuestionnaireItemAnswerOptionComponent option = it.option();
            if (option != null) {
                option.getExtension().stream()
                        .filter(ext -> !(ext.getUrl().equals(Fhir.EXCLUSIVE) && item.getRepeats()))
                        .forEach(ext -> line.note(Kind.EXTENSION, ext.getUrl()));
                if (option.getInitialSelected()) {
                    line.note(Kind.FIELD, "initialSelected");
                }
            }
            Coding coding = it.coding();
            if (coding != null) {
                coding.getExtension().forEach(ext -> line.note(Kind.EXTENSION, ext.getUrl()));
                if (coding.hasSystem() && !coding.getSystem().equals(from.getUrl() + "/" + item.getLinkId())) {
                    line.note(Kind.CODE_SYSTEM, coding.getSystem());
                }
            }
            options.add(new Item.Option(code, label, exclusive));
        }
        if (renamed) {
            line.note(Kind.OPTION_CODES);
        }
        return options;
    }

    private LocalizedText label(Choice choice, Line line) {
        Coding coding = choice.coding();
        Optional<LocalizedText> text = coding == null || !coding.hasDisplay()
                ? Optional.empty()
                : text(coding.getDisplayElement(), line, UnaryOperator.identity());
        return text.orElseGet(() -> {
            String value = clean(choice.value());
            if (coding != null) {
                line.note(Kind.OPTION_TEXT, value);
            }
            return new LocalizedText(Map.of(main, value.isBlank() ? "–" : value));
        });
    }

    /** An answer whose words come with the kind: tells where the words are other ones. */
    private void labelled(Choice choice, String key, int ordinal, Line line) {
        LocalizedText ours = FhirWriter.label(texts, key);
        if (!label(choice, line).in(main).value().equals(ours.in(main).value())) {
            line.note(Kind.ANSWER_LABELS);
        }
        weighed(choice, ordinal, line);
    }

    private static void weighed(Choice choice, int ordinal, Line line) {
        Coding coding = choice.coding();
        if (coding != null) {
            coding.getExtension().stream()
                    .filter(it -> !(it.getUrl().equals(Fhir.ORDINAL)
                            && it.getValue() instanceof DecimalType value
                            && value.getValue() != null
                            && value.getValue().compareTo(java.math.BigDecimal.valueOf(ordinal)) == 0))
                    .forEach(it -> line.note(Kind.EXTENSION, it.getUrl()));
        }
    }

    // ---- grids

    /** Whether it is a grid of statements on one scale: it says that it is a table, and its rows have the same answers. */
    private boolean grid(QuestionnaireItemComponent item) {
        if (item.getType() != QuestionnaireItemType.GROUP || controls(item).noneMatch(GRIDS::contains)) {
            return false;
        }
        List<QuestionnaireItemComponent> rows = rows(item);
        if (rows.isEmpty() || plain(item).isBlank()) {
            return false;
        }
        List<String> first = values(rows.getFirst());
        int points = first.size() - (first.contains(Item.UNSURE) ? 1 : 0);
        return points >= 3
                && points <= 7
                && first.indexOf(Item.UNSURE) == (points == first.size() ? -1 : points)
                && new HashSet<>(first).size() == first.size()
                && rows.stream()
                        .allMatch(it -> it.getType() == QuestionnaireItemType.CHOICE
                                && !it.getRepeats()
                                && !it.hasItem()
                                && !it.hasEnableWhen()
                                && !it.hasExtension(Fhir.SHOWN)
                                && !it.hasModifierExtension()
                                && !Fhir.flag(it, Fhir.HIDDEN)
                                && !plain(it).isBlank()
                                && values(it).equals(first));
    }

    private List<QuestionnaireItemComponent> rows(QuestionnaireItemComponent grid) {
        return grid.getItem().stream().filter(it -> !side(it, HINTS)).toList();
    }

    private static List<String> values(QuestionnaireItemComponent row) {
        return row.getAnswerOption().stream()
                .map(it -> it.getValue() instanceof Coding coding && coding.hasCode() && coding.hasDisplay()
                        ? coding.getCode()
                        : "")
                .toList();
    }

    private void likert(QuestionnaireItemComponent item, Line line, Condition shown, LocalizedText text) {
        List<QuestionnaireItemComponent> rows = rows(item);
        control(item, line).filter(it -> !it.equals("gtable")).ifPresent(it -> line.note(Kind.CONTROL, it));
        Item.Wording asking = wording(item, line, shown, text);
        long required =
                rows.stream().filter(QuestionnaireItemComponent::getRequired).count();
        Condition must = asking.required();
        if (required == rows.size()) {
            must = Condition.ALWAYS;
        } else if (required > 0) {
            rows.stream()
                    .filter(QuestionnaireItemComponent::getRequired)
                    .forEach(it -> line(it).note(Kind.FIELD, "required"));
        }
        List<Choice> choices = choices(rows.getFirst(), line);
        boolean unsure = choices.getLast().value().equals(Item.UNSURE);
        List<Choice> scale = unsure ? choices.subList(0, choices.size() - 1) : choices;
        Map<String, String> values = new LinkedHashMap<>();
        boolean renumbered = false;
        for (int i = 0; i < scale.size(); i++) {
            String value = String.valueOf(i + 1);
            renumbered |= !value.equals(scale.get(i).value());
            values.put(scale.get(i).value(), value);
        }
        if (unsure) {
            values.put(Item.UNSURE, Item.UNSURE);
            labelled(choices.getLast(), "fhir.unsure", -1, line);
        }
        if (renumbered) {
            line.note(Kind.SCALE);
        }
        List<LocalizedText> points = scale.stream().map(it -> label(it, line)).toList();
        Set<String> taken = new HashSet<>();
        List<Item.Row> made = new ArrayList<>();
        Map<QuestionnaireItemComponent, String> keys = new LinkedHashMap<>();
        for (QuestionnaireItemComponent row : rows) {
            Line its = line(row);
            its.reached = true;
            String link = row.getLinkId();
            String given = link.startsWith(item.getLinkId() + ".")
                    ? link.substring(item.getLinkId().length() + 1)
                    : link;
            String code = unique(folded(given, 40, "rad"), taken);
            if (!code.equals(given)) {
                its.note(Kind.CODE, code);
            }
            control(row, its).filter(it -> !it.equals("radio-button")).ifPresent(it -> its.note(Kind.CONTROL, it));
            List<Choice> own = choices(row, its);
            for (int i = 0; i < own.size(); i++) {
                boolean last = unsure && i == own.size() - 1;
                LocalizedText label = label(own.get(i), its);
                LocalizedText common = label(choices.get(i), line);
                if (!label.equals(common)) {
                    its.note(Kind.ANSWER_LABELS);
                }
                weighed(own.get(i), last ? -1 : i + 1, its);
                Coding coding = own.get(i).coding();
                if (coding != null
                        && coding.hasSystem()
                        && !coding.getSystem().equals(from.getUrl() + "/" + item.getLinkId())) {
                    line.note(Kind.CODE_SYSTEM, coding.getSystem());
                }
            }
            its.used.add(Fhir.REVERSED);
            made.add(new Item.Row(code, heading(row, its).orElseThrow(), Fhir.flag(row, Fhir.REVERSED)));
            keys.put(row, asking.code() + "." + code);
            end(row, its, Set.of("required", "answerOption"));
        }
        Item.LikertGrid grid = new Item.LikertGrid(
                new Item.Wording(asking.code(), asking.text(), asking.hint(), asking.shown(), must),
                points,
                unsure,
                made);
        items.add(grid);
        grid.keys().forEach(it -> asked.put(it, grid));
        keys.forEach((row, key) -> known.put(row.getLinkId(), new Known(key, grid, values)));
        end(item, line, Set.of());
    }

    // ---- rules

    private static Condition both(Condition outer, Condition inner) {
        if (outer.equals(Condition.ALWAYS)) {
            return inner;
        }
        return inner.equals(Condition.ALWAYS) ? outer : new Condition.All(List.of(outer, inner));
    }

    private Condition shown(QuestionnaireItemComponent item, Line line) {
        line.used.add(Fhir.SHOWN);
        Condition said = said(item, line);
        Optional<String> written = Fhir.text(item, Fhir.SHOWN);
        if (written.isEmpty()) {
            return said;
        }
        Optional<Condition> exact = Rules.read(written.get()).filter(it -> Rules.asksOnly(it, asked));
        if (exact.isEmpty()) {
            line.note(Kind.EXTENSION, Fhir.SHOWN);
            return said;
        }
        Condition expected =
                Rules.natively(exact.get(), asked::get).map(Rules::of).orElse(Condition.ALWAYS);
        if (!expected.equals(said)) { // somebody changed the one that others see, after we wrote both
            line.note(Kind.CONDITION_DIFFERS);
            return said;
        }
        return exact.get();
    }

    /** What {@code enableWhen} says; without it, and where a part of it means nothing here, always. */
    private Condition said(QuestionnaireItemComponent item, Line line) {
        if (!item.hasEnableWhen()) {
            return Condition.ALWAYS;
        }
        List<Condition> conditions = new ArrayList<>();
        for (QuestionnaireItemEnableWhenComponent when : item.getEnableWhen()) {
            if (when.hasExtension()) {
                when.getExtension().forEach(it -> line.note(Kind.EXTENSION, it.getUrl()));
            }
            Optional<Condition> condition = condition(when);
            if (condition.isEmpty()) {
                line.note(Kind.CONDITION, when.hasQuestion() ? when.getQuestion() : "?");
                return Condition.ALWAYS;
            }
            conditions.add(condition.get());
        }
        if (conditions.size() > 1 && item.getEnableBehavior() == null) {
            line.note(Kind.INVALID, "enableBehavior");
        }
        return Rules.joined(item.getEnableBehavior() != EnableWhenBehavior.ANY, conditions);
    }

    private Optional<Condition> condition(QuestionnaireItemEnableWhenComponent when) {
        Known about = known.get(String.valueOf(when.getQuestion()));
        if (about == null || when.getOperator() == null || when.getAnswer() == null) {
            return Optional.empty();
        }
        String key = about.key();
        Condition answered = new Condition.Answered(key);
        return switch (when.getOperator()) {
            case EXISTS ->
                when.getAnswer() instanceof BooleanType flag && flag.getValue() != null
                        ? Optional.of(flag.getValue() ? answered : new Condition.Not(answered))
                        : Optional.empty();
            case EQUAL -> value(about, when.getAnswer()).map(it -> new Condition.AnyOf(key, Set.of(it)));
            case NOT_EQUAL ->
                about.question() instanceof Item.MultipleChoice
                        ? Optional.empty()
                        : value(about, when.getAnswer())
                                .map(it -> new Condition.All(
                                        List.of(answered, new Condition.Not(new Condition.AnyOf(key, Set.of(it))))));
            case GREATER_THAN, LESS_THAN, GREATER_OR_EQUAL, LESS_OR_EQUAL -> compared(about, when);
            case NULL -> Optional.empty();
        };
    }

    private static Optional<Condition> compared(Known about, QuestionnaireItemEnableWhenComponent when) {
        boolean numeric = about.question() instanceof Item.Slider || about.question() instanceof Item.NumberQuestion;
        java.math.BigDecimal than =
                switch (when.getAnswer()) {
                    case IntegerType it when it.getValue() != null -> java.math.BigDecimal.valueOf(it.getValue());
                    case DecimalType it -> it.getValue();
                    case org.hl7.fhir.r4.model.Quantity it -> it.getValue();
                    default -> null;
                };
        if (!numeric || than == null || than.abs().compareTo(java.math.BigDecimal.valueOf(LIMIT)) > 0) {
            return Optional.empty();
        }
        int floor = than.setScale(0, java.math.RoundingMode.FLOOR).intValueExact();
        int ceiling = than.setScale(0, java.math.RoundingMode.CEILING).intValueExact();
        String key = about.key();
        return Optional.of(
                switch (when.getOperator()) {
                    case GREATER_THAN -> new Condition.Between(key, floor + 1, Integer.MAX_VALUE);
                    case GREATER_OR_EQUAL -> new Condition.Between(key, ceiling, Integer.MAX_VALUE);
                    case LESS_THAN -> new Condition.Between(key, Integer.MIN_VALUE, ceiling - 1);
                    default -> new Condition.Between(key, Integer.MIN_VALUE, floor);
                });
    }

    private static Optional<String> value(Known about, Type answer) {
        String given = answer instanceof Coding coding
                ? coding.getCode()
                : answer.isPrimitive() ? answer.primitiveValue() : null;
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return switch (about.question()) {
            case Item.Slider _, Item.NumberQuestion _ -> Fhir.number(given).map(String::valueOf);
            case Item.ShortText _, Item.LongText _ ->
                answer instanceof StringType ? Optional.of(clean(given)) : Optional.empty();
            default -> Optional.ofNullable(about.values().get(given));
        };
    }

    // ---- what is left of an item

    private static Stream<String> controls(Element item) {
        return Fhir.value(item, Fhir.CONTROL)
                .filter(CodeableConcept.class::isInstance)
                .map(it -> ((CodeableConcept) it).getCoding())
                .stream()
                .flatMap(List::stream)
                .filter(Coding::hasCode)
                .map(Coding::getCode);
    }

    private static Optional<String> control(QuestionnaireItemComponent item, Line line) {
        Optional<String> control = controls(item).findFirst();
        if (control.isPresent()) {
            line.used.add(Fhir.CONTROL);
        }
        return control;
    }

    private static String kind(QuestionnaireItemComponent item) {
        return Fhir.text(item, Fhir.KIND).orElse("");
    }

    /** Tells what the item has and nobody took. */
    private static void end(QuestionnaireItemComponent item, Line line, Set<String> carried) {
        Set<String> all = new HashSet<>(carried);
        all.addAll(Set.of("linkId", "prefix", "text", "type", "enableWhen", "enableBehavior", "item"));
        fields(item.children(), all, line);
        extensions(item.getExtension(), line);
    }

    private static void fields(List<Property> fields, Set<String> carried, Line line) {
        for (Property it : fields) {
            boolean empty = it.getValues().isEmpty()
                    || it.getValues().stream()
                            .allMatch(value -> value.isEmpty()
                                    || (value instanceof BooleanType flag && Boolean.FALSE.equals(flag.getValue())));
            String name = it.getName().replace("[x]", "");
            boolean apart = Set.of("extension", "modifierExtension", "id", "meta", "language", "implicitRules", "text")
                            .contains(name)
                    && !carried.contains(name);
            if (!empty && !apart && !carried.contains(name)) {
                line.note(Kind.FIELD, name);
            }
        }
    }

    private static void extensions(List<Extension> extensions, Line line) {
        extensions.stream()
                .map(Extension::getUrl)
                .filter(it -> !line.used.contains(String.valueOf(it)))
                .forEach(it -> line.note(Kind.EXTENSION, String.valueOf(it)));
    }

    // ---- texts

    private Optional<LocalizedText> heading(QuestionnaireItemComponent item, Line line) {
        return heading(item, line, UnaryOperator.identity(), Set.of());
    }

    private Optional<LocalizedText> heading(
            QuestionnaireItemComponent item, Line line, UnaryOperator<String> form, Set<String> known) {
        Optional<LocalizedText> text = text(item.getTextElement(), line, form, known);
        if (text.isPresent() && item.hasPrefix()) {
            line.note(Kind.PREFIX, item.getPrefix());
            return text.map(it -> each(it, value -> form.apply(clean(item.getPrefix())) + " " + value));
        }
        return text;
    }

    private Optional<LocalizedText> text(PrimitiveType<String> element, Line line, UnaryOperator<String> form) {
        return text(element, line, form, Set.of());
    }

    private Optional<LocalizedText> text(
            PrimitiveType<String> element, Line line, UnaryOperator<String> form, Set<String> known) {
        Map<Language, String> found = new EnumMap<>(Language.class);
        String value = element.getValue();
        if (value != null && !value.isBlank()) {
            Language own = Fhir.text(element, Fhir.LANGUAGE)
                    .flatMap(FhirReader::language)
                    .orElse(main);
            found.put(own, form.apply(clean(value, line)));
        }
        for (Extension it : element.getExtension()) {
            if (Fhir.TRANSLATION.equals(it.getUrl())) {
                translation(it, found, line, form);
            } else if (!Fhir.LANGUAGE.equals(it.getUrl()) && !known.contains(it.getUrl())) {
                line.note(Kind.EXTENSION, String.valueOf(it.getUrl()));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Stream.of(Language.NB, Language.NN).filter(it -> !found.containsKey(it)).forEach(line.missing::add);
        return Optional.of(new LocalizedText(found));
    }

    private static void translation(
            Extension translation, Map<Language, String> found, Line line, UnaryOperator<String> form) {
        String tag = Fhir.text(translation, "lang").orElse("?");
        Optional<Language> language = language(tag);
        Optional<String> content = Fhir.text(translation, "content").filter(it -> !it.isBlank());
        if (language.isPresent() && content.isPresent() && !found.containsKey(language.get())) {
            found.put(language.get(), form.apply(clean(content.get(), line)));
        } else {
            line.note(Kind.TRANSLATION, tag);
        }
    }

    private static LocalizedText each(LocalizedText text, UnaryOperator<String> change) {
        Map<Language, String> changed = new EnumMap<>(Language.class);
        text.texts().forEach((language, it) -> changed.put(language, change.apply(it)));
        return new LocalizedText(changed);
    }

    private static String clean(String text, Line line) {
        String clean = clean(text);
        if (!clean.equals(text.replace("\r\n", "\n").strip())) {
            line.note(Kind.INVALID, "text");
        }
        return clean;
    }

    /** Without what is no letter (control characters, halves of a pair), and without space around it. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(it -> it == '\n'
                        || it == '\t'
                        || !Arrays.asList(
                                        (int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.UNASSIGNED)
                                .contains(Character.getType(it)))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** Markdown as it is, where it is a kind we take. */
    private static String markdown(String text, Line line) {
        try {
            RichText.of(text);
            return text;
        } catch (IllegalArgumentException _) {
            line.note(Kind.ESCAPED);
            return escaped(text);
        }
    }

    private static LocalizedText escaped(LocalizedText text) {
        return each(text, FhirReader::escaped);
    }

    /** A plain text as Markdown that shows it letter by letter. */
    static String escaped(String plain) {
        return plain.replaceAll("([\\\\`*_\\[\\]<>&#])", "\\\\$1")
                .replaceAll("(?m)^(\\s*)([-+=~])", "$1\\\\$2")
                .replaceAll("(?m)^(\\s*\\d+)([.)])", "$1\\\\$2")
                .replaceAll("(?<!\\n)\\n(?!\\n)", "\\\\\n");
    }

    // ---- codes

    private String code(QuestionnaireItemComponent item, Line line) {
        String code = code(folded(item.getLinkId(), 40, "felt"));
        if (!code.equals(item.getLinkId())) {
            line.note(Kind.CODE, code);
        }
        return code;
    }

    private String code(String wanted) {
        return unique(wanted, codes);
    }

    private static String unique(String wanted, Set<String> taken) {
        String code = wanted;
        for (int i = 2; !taken.add(code); i++) {
            String end = "-" + i;
            code = wanted.substring(0, Math.min(wanted.length(), 40 - end.length())) + end;
        }
        return code;
    }

    /** The nearest name of a–z, 0–9 and hyphen. */
    static String folded(String name, int longest, String otherwise) {
        if (name.matches("[a-z0-9][a-z0-9-]{0," + (longest - 1) + "}")) {
            return name;
        }
        String folded = Normalizer.normalize(
                        name.replaceAll("(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])", "-")
                                .toLowerCase(Locale.ROOT)
                                .replace("æ", "ae")
                                .replace("ø", "o")
                                .replace("å", "a"),
                        Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String cut = folded.substring(0, Math.min(folded.length(), longest)).replaceAll("-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
