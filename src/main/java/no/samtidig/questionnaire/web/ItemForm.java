package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.TextLimit;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An item as it is typed in its form.
 *
 * @param code its name; as typed where it is new, and empty where one shall be made
 * @param text the question, text or heading
 * @param hint help with a question
 * @param shown when it is shown
 * @param required when it must be answered
 * @param details what its kind needs besides
 */
public record ItemForm(
        Item.Kind kind, String code, Both text, Both hint, RuleForm shown, RuleForm required, ItemDetails details) {
    /** An empty form. */
    static ItemForm blank(Item.Kind kind) {
        return new ItemForm(
                kind,
                "",
                Both.NOTHING,
                Both.NOTHING,
                RuleForm.plain(RuleForm.ALWAYS),
                RuleForm.plain(RuleForm.NEVER),
                ItemDetails.blank(kind));
    }

    /** The form of an item. */
    static ItemForm of(Item item, List<Askable> askable) {
        Both hint = item instanceof Item.Question it ? Both.of(it.hint().orElse(null)) : Both.NOTHING;
        Condition required = item instanceof Item.Question it ? it.required() : Condition.NEVER;
        return new ItemForm(
                item.kind(),
                item.code(),
                Both.of(item.text()),
                hint,
                RuleForm.of(item.shown(), askable),
                RuleForm.of(required, askable),
                ItemDetails.of(item));
    }

    /** As typed. */
    static ItemForm typed(Item.Kind kind, MultiValueMap<String, String> form) {
        return new ItemForm(
                kind,
                Both.one(form, "kode"),
                Both.typed(form, "tekst"),
                Both.typed(form, "hjelp"),
                RuleForm.typed(form, "vis", RuleForm.ALWAYS),
                RuleForm.typed(form, "krev", RuleForm.NEVER),
                ItemDetails.typed(kind, form));
    }

    /** The form after a button that changes the form and keeps nothing; empty where the button is none of those. */
    Optional<ItemForm> after(String button, List<Askable> askable) {
        if (button.equals("vis-hent")) {
            return Optional.of(with(code, shown.fetched(askable), required, details));
        }
        if (button.equals("krev-hent")) {
            return Optional.of(with(code, shown, required.fetched(askable), details));
        }
        if (button.equals("flere")) {
            return Optional.of(with(code, shown, required, details.lines(Lines::more)));
        }
        if (button.equals("flere-punkter")) {
            return Optional.of(with(code, shown, required, details.morePoints()));
        }
        if (button.matches("(opp|ned|fjern)-\\d{1,3}")) {
            String[] parts = button.split("-");
            int line = Integer.parseInt(parts[1]);
            return Optional.of(with(code, shown, required, details.lines(it -> it.moved(parts[0], line))));
        }
        return Optional.empty();
    }

    private ItemForm with(String code, RuleForm shown, RuleForm required, ItemDetails details) {
        return new ItemForm(kind, code, text, hint, shown, required, details);
    }

    ItemForm called(String name) {
        return with(name, shown, required, details);
    }

    /**
     * The item; empty where something is wrong, which is then told.
     *
     * @param name what it shall be called
     * @param before as it was; null where it is new
     * @param earlier what rules may ask about
     */
    Optional<Item> item(String name, @Nullable Item before, List<Item> earlier, List<Askable> askable, Flaws flaws) {
        Optional<LocalizedText> words = text.text(before == null ? null : before.text());
        if (words.isEmpty()) {
            flaws.at("tekst-nb", "text");
        }
        flaws.fit(
                kind.question() ? "questionnaire-edit.text" : "questionnaire-edit.text." + kind.code(),
                "tekst",
                text,
                kind == Item.Kind.PAGE ? TextLimit.LINE : TextLimit.TEXT);
        flaws.fit("questionnaire-edit.hint", "hjelp", hint, TextLimit.TEXT);
        Optional<Condition> when = shown.rule("vis", askable, earlier, flaws);
        if (!kind.question()) {
            if (kind == Item.Kind.INFORMATION) {
                flaws.markdown("tekst", text);
            }
            if (!flaws.none()) {
                return Optional.empty();
            }
            return Optional.of(
                    kind == Item.Kind.PAGE
                            ? new Item.Page(name, words.orElseThrow(), when.orElseThrow())
                            : new Item.Information(name, words.orElseThrow(), when.orElseThrow()));
        }
        Item.@Nullable Question old = before instanceof Item.Question it ? it : null;
        Optional<Condition> must = required.rule("krev", askable, earlier, flaws);
        Function<Item.Wording, Item> made = details.made(old, flaws);
        if (!flaws.none()) {
            return Optional.empty();
        }
        return Optional.of(made.apply(new Item.Wording(
                name,
                words.orElseThrow(),
                hint.text(old == null ? null : old.wording().hint()).orElse(null),
                when.orElseThrow(),
                must.orElseThrow())));
    }
}
