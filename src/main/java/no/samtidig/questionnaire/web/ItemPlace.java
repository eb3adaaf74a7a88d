package no.samtidig.questionnaire.web;

import java.util.List;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Item;

/** Where a form stands: the draft as it is, and the place of the item. */
record ItemPlace(Draft draft, String after, int number) {
    List<Item> earlier() {
        return draft.questionnaire().items().subList(0, number);
    }

    List<Askable> askable() {
        return Askable.before(draft.questionnaire(), number);
    }

    /** Of a new one, put after this; {@code -} for the first place. */
    static ItemPlace after(Draft draft, String after) {
        List<Item> items = draft.questionnaire().items();
        int at = items.stream().map(Item::code).toList().indexOf(after);
        return after.equals("-")
                ? new ItemPlace(draft, "-", 0)
                : at < 0 ? new ItemPlace(draft, after, items.size()) : new ItemPlace(draft, after, at + 1);
    }

    /** Whether what the new one is put after is still there: then it does not matter what else somebody changed. */
    boolean stands() {
        return after.equals("-")
                || after.isEmpty()
                || draft.questionnaire().item(after).isPresent();
    }

    /** What the new one is put after; the last one where nothing is said. */
    String predecessor() {
        return number == 0 ? "" : draft.questionnaire().items().get(number - 1).code();
    }

    /** Where an item stands; last where it is gone. */
    static ItemPlace of(Draft draft, String code) {
        int at = draft.questionnaire().items().stream().map(Item::code).toList().indexOf(code);
        return new ItemPlace(draft, "", at < 0 ? draft.questionnaire().items().size() : at);
    }
}
