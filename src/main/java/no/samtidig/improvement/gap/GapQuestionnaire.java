package no.samtidig.improvement.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.samtidig.improvement.instrument.Area;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.survey.StaffGroup;

/**
 * The instrument as a questionnaire: a page for each area, and on it for each statement how often it is done ({@link #practice}) and how
 * often it ought to be ({@link #importance}), then how sure one is ({@link #confidence}).
 */
final class GapQuestionnaire {
    /** The code of what one works as. */
    static final String WORKS_AS = "jobber-som";

    private static final String PRACTICE = "p-";
    private static final String IMPORTANCE = "v-";
    private static final String CONFIDENCE = "t-";
    private static final String AREA = "o-";

    private final Instrument instrument;

    GapQuestionnaire(Instrument instrument) {
        this.instrument = instrument;
    }

    static String practice(Statement it) {
        return PRACTICE + it.id();
    }

    static String importance(Statement it) {
        return IMPORTANCE + it.id();
    }

    static String confidence(Area it) {
        return CONFIDENCE + it.id();
    }

    /** The statements of a form, in order. */
    List<Statement> statements(GapForm form, boolean residential) {
        List<Statement> all =
                switch (form) {
                    case FULL -> instrument.statements();
                    case BRIEF -> instrument.brief();
                };
        return all.stream().filter(it -> residential || !it.residential()).toList();
    }

    /** What staff are asked. */
    Questionnaire staff(GapForm form, boolean residential) {
        List<Item> items = new ArrayList<>();
        items.add(new Item.Information("slik-svarer-du", instrument.form().how(), Condition.ALWAYS));
        items.add(new Item.SingleChoice(
                new Item.Wording(
                        WORKS_AS,
                        instrument.form().worksAs(),
                        instrument.form().worksAsHint(),
                        Condition.ALWAYS,
                        Condition.NEVER),
                instrument.form().groups().stream()
                        .map(it -> new Item.Option(it.id(), it.text(), false))
                        .toList()));
        statements(form, residential, Statement::text, GapQuestionnaire::shown, items);
        return made(form, items);
    }

    /** What a leader answers: the same of the unit, of leading in the first person, and nothing of how sure she is. */
    Questionnaire leader(GapForm form, boolean residential) {
        List<Item> items = new ArrayList<>();
        statements(form, residential, Statement::forLeader, _ -> Condition.ALWAYS, items);
        items.removeIf(Item.Slider.class::isInstance);
        return made(form, items);
    }

    private void statements(
            GapForm form,
            boolean residential,
            Function<Statement, LocalizedText> words,
            Function<Statement, Condition> shown,
            List<Item> items) {
        List<Statement> asked = statements(form, residential);
        for (Area area : instrument.areas()) {
            List<Statement> here =
                    asked.stream().filter(it -> it.area().equals(area)).toList();
            if (here.isEmpty()) {
                continue;
            }
            items.add(new Item.Page(AREA + area.id(), area.name(), Condition.ALWAYS));
            for (Statement it : here) {
                items.add(new Item.Frequency(wording(practice(it), words.apply(it), shown.apply(it)), true));
                items.add(new Item.Importance(wording(importance(it), words.apply(it), shown.apply(it)), true));
            }
            Instrument.Confidence sure = instrument.confidence();
            items.add(new Item.Slider(
                    wording(confidence(area), sure(area, sure), Condition.ALWAYS), sure.low(), sure.high()));
        }
    }

    /** Each slider says which area it is about: out of its page it would be the same question eleven times. */
    private static LocalizedText sure(Area area, Instrument.Confidence sure) {
        return new LocalizedText(Map.of(
                Language.NB, named(area, sure, Language.NB),
                Language.NN, named(area, sure, Language.NN)));
    }

    private static String named(Area area, Instrument.Confidence sure, Language language) {
        return area.name().in(language).value() + ": "
                + sure.text().in(language).value();
    }

    private static Item.Wording wording(String code, LocalizedText text, Condition shown) {
        return new Item.Wording(code, text, null, shown, Condition.NEVER);
    }

    /** When a statement is put to somebody, by what they work as. */
    private static Condition shown(Statement it) {
        return switch (it.who()) {
            case ALL -> Condition.ALWAYS;
            case CLINICIAN -> new Condition.AnyOf(WORKS_AS, Set.of(StaffGroup.CLINICIAN.code()));
            case MILIEU -> new Condition.AnyOf(WORKS_AS, Set.of(StaffGroup.MILIEU.code()));
        };
    }

    /** Whether a statement was put to somebody of the group; of one whose group is not told, only if it is put to all. */
    static boolean asked(Statement it, Optional<StaffGroup> group) {
        return switch (it.who()) {
            case ALL -> true;
            case CLINICIAN -> group.filter(StaffGroup.CLINICIAN::equals).isPresent();
            case MILIEU -> group.filter(StaffGroup.MILIEU::equals).isPresent();
        };
    }

    private Questionnaire made(GapForm form, List<Item> items) {
        Instrument.Form words = instrument.form();
        Questionnaire timed = new Questionnaire(slug(form), words.title(), words.introduction(), 1, false, items);
        return new Questionnaire(
                slug(form),
                words.title(),
                words.introduction(),
                Math.min(60, QuestionnaireCheck.minutes(timed)),
                false,
                items);
    }

    private static String slug(GapForm form) {
        return switch (form) {
            case FULL -> "gap";
            case BRIEF -> "gap-kort";
        };
    }
}
