package no.samtidig.interoperability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.samtidig.interoperability.FhirChoices.Choice;
import no.samtidig.interoperability.FhirConditions.Answer;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** Grids: a group in FHIR, whose rows are questions of their own with the same answers; here one question. */
final class FhirGrid {
    private static final Set<String> CONTROLS = Set.of("htable", "gtable", "table");

    private final FhirTexts texts;
    private final FhirChoices choices;
    private final FhirWording wording;
    private final FhirConditions conditions;

    FhirGrid(FhirTexts texts, FhirChoices choices, FhirWording wording, FhirConditions conditions) {
        this.texts = texts;
        this.choices = choices;
        this.wording = wording;
        this.conditions = conditions;
    }

    /** Whether it is a grid of statements on one scale: it says that it is a table, and its rows have the same answers. */
    static boolean is(FhirItem item) {
        if (!item.is(QuestionnaireItemType.GROUP) || item.controls().noneMatch(CONTROLS::contains)) {
            return false;
        }
        List<FhirItem> rows = rows(item);
        if (rows.isEmpty() || rows.size() > Item.MOST_LINES || item.plain().isBlank()) {
            return false;
        }
        List<String> first = values(rows.getFirst());
        int points = first.size() - (first.contains(Item.UNSURE) ? 1 : 0);
        return points >= 3
                && points <= 7
                && !first.contains("")
                && first.indexOf(Item.UNSURE) == (points == first.size() ? -1 : points)
                && new HashSet<>(first).size() == first.size()
                && rows.stream().allMatch(it -> plainRow(it) && values(it).equals(first));
    }

    private static List<FhirItem> rows(FhirItem grid) {
        return grid.items().stream().filter(it -> !it.beside(FhirWording.HINTS)).toList();
    }

    /** Whether it asks for one answer, and has nothing that a row of ours cannot have. */
    private static boolean plainRow(FhirItem row) {
        return row.is(QuestionnaireItemType.CHOICE)
                && !Fhir.yes(row.from().getRepeatsElement())
                && !row.from().hasItem()
                && !row.from().hasEnableWhen()
                && !row.from().hasExtension(Fhir.SHOWN)
                && !row.from().hasModifierExtension()
                && !row.hidden()
                && !row.plain().isBlank();
    }

    private static List<String> values(FhirItem row) {
        return row.from().getAnswerOption().stream()
                .map(it -> it.getValue() instanceof Coding coding && coding.hasDisplay()
                        ? Fhir.said(coding.getCode())
                        : "")
                .toList();
    }

    /** The question; only for what {@link #is} one. */
    Item.Question question(FhirItem item, Condition shown, LocalizedText text) {
        ReportLine line = item.line();
        List<FhirItem> rows = rows(item);
        item.otherControl("htable", "gtable");
        Item.Wording asking = wording.of(item, shown, text);
        Condition required = required(rows, asking.required());
        List<Choice> answers = choices.choices(rows.getFirst(), line);
        boolean unsure = unsure(answers);
        List<Choice> scale = unsure ? answers.subList(0, answers.size() - 1) : answers;
        boolean renumbered = false;
        for (int i = 0; i < scale.size(); i++) {
            String value = String.valueOf(i + 1);
            renumbered |= !value.equals(scale.get(i).value());
        }
        if (unsure) {
            choices.labelled(answers.getLast(), "fhir.unsure", -1, line);
        }
        if (renumbered) {
            line.note(Kind.SCALE);
        }
        List<LocalizedText> points =
                scale.stream().map(it -> choices.label(it, line)).toList();
        FhirCodes codes = new FhirCodes();
        Item.LikertGrid grid = new Item.LikertGrid(
                new Item.Wording(asking.code(), asking.text(), asking.hint(), asking.shown(), required),
                points,
                unsure,
                rows.stream().map(it -> row(it, item, answers, codes)).toList());
        for (int i = 0; i < rows.size(); i++) {
            conditions.carry(rows.get(i), grid.keys().get(i), grid, answers(rows.get(i), scale.size()));
        }
        item.end();
        return grid;
    }

    /** The answers of a row as rules may name them: the points by their place, and who is unsure. */
    private List<Answer> answers(FhirItem row, int points) {
        List<Choice> own = choices.choices(row, row.line());
        return IntStream.range(0, own.size())
                .mapToObj(it -> own.get(it).answer(it < points ? String.valueOf(it + 1) : Item.UNSURE))
                .toList();
    }

    private static boolean unsure(List<Choice> answers) {
        return answers.getLast().value().equals(Item.UNSURE);
    }

    /** Our grids are required as a whole or not at all; where some rows are, they tell. */
    private static Condition required(List<FhirItem> rows, Condition otherwise) {
        List<FhirItem> required = rows.stream()
                .filter(it -> Fhir.yes(it.from().getRequiredElement()))
                .toList();
        boolean loose = rows.getFirst().loose();
        if (loose) {
            required.forEach(it -> it.line().note(Kind.OPTIONAL));
        }
        if (required.size() == rows.size()) {
            return loose ? Condition.NEVER : Condition.ALWAYS;
        }
        required.forEach(it -> it.line().note(Kind.FIELD, "required"));
        return otherwise;
    }

    /**
     * A row.
     *
     * @param answers those of the first row, which become the grid's
     * @param codes of the rows so far
     */
    private Item.Row row(FhirItem row, FhirItem grid, List<Choice> answers, FhirCodes codes) {
        ReportLine line = row.line();
        row.reach();
        String start = grid.link() + ".";
        String name = row.link().startsWith(start) ? row.link().substring(start.length()) : row.link();
        String code = codes.of(name, "rad", line);
        row.otherControl("radio-button");
        List<Choice> own = choices.choices(row, line);
        for (int i = 0; i < own.size(); i++) {
            Choice it = own.get(i);
            if (!choices.label(it, line).equals(choices.label(answers.get(i), grid.line()))) {
                line.note(Kind.ANSWER_LABELS);
            }
            choices.weighed(it, unsure(answers) && i == own.size() - 1 ? -1 : i + 1, line);
            Coding coding = it.coding();
            if (coding != null) {
                choices.system(coding, grid);
            }
        }
        line.take(Fhir.REVERSED);
        Item.Row made = new Item.Row(
                code, row.heading(texts, TextLimit.LINE).orElseThrow(), Fhir.flag(row.from(), Fhir.REVERSED));
        row.end("required", "answerOption");
        return made;
    }
}
