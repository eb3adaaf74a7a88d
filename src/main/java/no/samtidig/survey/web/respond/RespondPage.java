package no.samtidig.survey.web.respond;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Fault;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.web.ItemView;

/**
 * A page of questions.
 *
 * @param sheet which page
 * @param notice what there is to say about it
 */
public record RespondPage(RespondForm form, Questionnaire.Sheet sheet, Notice notice) implements Page {
    /** What there is to say besides the questions. */
    public enum Notice {
        NONE,
        /** Something on it must be mended. */
        FAULTY,
        /** What was answered here leads to more questions here. */
        MORE,
        /** The questionnaire is another than when it was begun; what fits is kept. */
        CHANGED
    }

    @Override
    public int status() {
        return switch (notice) {
            case NONE, MORE -> 200;
            case FAULTY -> 422;
            case CHANGED -> 409;
        };
    }

    @Override
    public boolean withoutReader() {
        return true;
    }

    public List<ItemView> items() {
        return ItemView.of(sheet, form.filled(), form.given(), notice == Notice.FAULTY);
    }

    /** Codes of the items shown on it, for the next time it is sent. */
    public String seen() {
        return String.join(
                " ",
                sheet.items().stream()
                        .map(Item::code)
                        .filter(form.filled().shown()::contains)
                        .toList());
    }

    /** Which of the pages met it is, counted from 1. */
    public int number() {
        return form.stops().indexOf(sheet) + 1;
    }

    public List<Fault> faults() {
        return form.filled().on(sheet);
    }
}
