package no.samtidig;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/**
 * A form on a page as somebody sees it who has no JavaScript: fields are found by the words beside them and the form by the words on its
 * button, and it is sent as a browser sends it, with its hidden fields and the button that was pressed. What a reader could not find is no
 * field: the test fails and says what there is.
 *
 * <p>The words are those of the label, without its small print. Where several groups have a field with the same words, the words of the
 * group go before: {@code "Tittel > Bokmål"}. Where each line of a list has one, its number comes after: {@code "Snudd #2"}.
 */
public final class Form {
    private static final String BUTTONS = "button:not([type=button]):not([type=reset])";

    private static final Pattern NTH = Pattern.compile("(.+) #([1-9])");

    private final Person person;
    private final FormElement form;
    private final Element button;

    private Form(Person person, FormElement form, Element button) {
        this.person = person;
        this.form = form;
        this.button = button;
    }

    /** The one form inside {@code where} that has a button with these words. */
    static Form withButton(Person person, Element where, String words) {
        List<Element> buttons = shown(where.select(BUTTONS)).toList();
        List<Element> found = buttons.stream().filter(it -> reads(it, words)).toList();
        if (found.size() != 1) {
            throw new AssertionError((found.isEmpty() ? "no" : found.size() + " times the") + " button «" + words
                    + "»; there are " + words(buttons.stream().map(Form::words)));
        }
        Element button = found.getFirst();
        return new Form(
                person,
                (FormElement) Objects.requireNonNull(button.closest("form"), "the button stands in no form"),
                button);
    }

    /** Writes into a field, whatever stood there. */
    public Form fill(String label, String text) {
        Element field = field(label, it -> !it.is("select, [type=radio], [type=checkbox], [type=file]"));
        if (field.is("textarea")) {
            field.text(text);
        } else {
            field.val(text);
        }
        return this;
    }

    /** Chooses in a list, or the one with these words of a group of radio buttons. */
    public Form choose(String label, String choice) {
        Optional<Element> list =
                fields(form, label).stream().filter(it -> it.is("select")).findFirst();
        if (list.isPresent()) {
            Elements options = list.get().select("option");
            Element chosen = one("choice", choice, label, options, best(options, choice).stream());
            options.forEach(it -> it.removeAttr("selected"));
            chosen.attr("selected", "");
            return this;
        }
        Element radio = field(label + " > " + choice, it -> it.is("[type=radio]"));
        form.select("[type=radio]").stream()
                .filter(it -> it.attr("name").equals(radio.attr("name")))
                .forEach(it -> it.removeAttr("checked"));
        radio.attr("checked", "");
        return this;
    }

    /** Ticks boxes. */
    public Form tick(String... labels) {
        for (String label : labels) {
            field(label, it -> it.is("[type=checkbox]")).attr("checked", "");
        }
        return this;
    }

    /** Takes the tick out of boxes. */
    public Form untick(String... labels) {
        for (String label : labels) {
            field(label, it -> it.is("[type=checkbox]")).removeAttr("checked");
        }
        return this;
    }

    /** What stands in a field now. */
    public String value(String label) {
        Element field = field(label, it -> !it.is("[type=radio], [type=checkbox]"));
        if (field.is("select")) {
            return Stream.of(field.selectFirst("option[selected]"), field.selectFirst("option"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Element::val)
                    .orElse("");
        }
        return field.is("textarea") ? field.wholeText() : field.val();
    }

    /** What the page says is wrong with a field; empty where nothing is. */
    public String fault(String label) {
        Element field = field(label, _ -> true);
        return field.attr("aria-invalid").equals("true")
                ? Stream.of(field.attr("aria-describedby").split(" "))
                        .map(it -> root(form).getElementById(it))
                        .filter(Objects::nonNull)
                        .filter(it -> it.hasClass("ds-validation-message"))
                        .map(Element::text)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("«" + label + "» is marked, and nothing says why"))
                : "";
    }

    /** Presses the button. */
    public Person.Answer send() {
        List<String> sent = new ArrayList<>();
        for (Connection.KeyVal it : form.formData()) {
            sent.add(it.key());
            sent.add(it.value().replaceAll("\\r?\\n", "\r\n"));
        }
        if (button.hasAttr("name")) {
            sent.addAll(List.of(button.attr("name"), button.val()));
        }
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        String[] fields = sent.toArray(String[]::new);
        return form.attr("method").equalsIgnoreCase("post")
                ? person.post(action, fields)
                : person.get(action + "?" + Person.encoded(fields));
    }

    private Element field(String label, Predicate<Element> kind) {
        List<Element> all = fields(form, label);
        return one("field", label, "the form", controls(form), all.stream().filter(kind));
    }

    private static Element one(String what, String words, String where, Elements all, Stream<Element> found) {
        List<Element> fit = found.toList();
        if (fit.size() != 1) {
            throw new AssertionError((fit.isEmpty() ? "no" : fit.size() + " times the") + " " + what + " «" + words
                    + "» in " + where + "; there are " + words(all.stream().map(Form::path)));
        }
        return fit.getFirst();
    }

    private static List<Element> fields(Element where, String label) {
        int group = label.indexOf(" > ");
        if (group < 0) {
            return best(controls(where), label);
        }
        return best(where.select("fieldset"), label.substring(0, group)).stream()
                .flatMap(it -> fields(it, label.substring(group + 3)).stream())
                .toList();
    }

    /** Those with exactly these words, else those whose words only go on after them. */
    private static List<Element> best(Elements all, String words) {
        Matcher nth = NTH.matcher(words);
        if (nth.matches()) {
            return best(all, nth.group(1)).stream()
                    .skip(Integer.parseInt(nth.group(2)) - 1L)
                    .limit(1)
                    .toList();
        }
        List<Element> exact = all.stream().filter(it -> name(it).equals(words)).toList();
        return exact.isEmpty()
                ? all.stream().filter(it -> name(it).startsWith(words + " ")).toList()
                : exact;
    }

    private static Elements controls(Element where) {
        return where.select("input:not([type=hidden]):not([type=submit]), textarea, select");
    }

    /** The words beside a field, or over a group. */
    private static String name(Element field) {
        if (field.is("option")) {
            return field.text();
        }
        if (field.is("fieldset")) {
            return Optional.ofNullable(field.selectFirst("> legend"))
                    .map(Element::text)
                    .orElse("");
        }
        if (field.hasAttr("aria-label")) {
            return field.attr("aria-label");
        }
        Element label = field.closest("label") != null
                ? field.closest("label")
                : root(field).select("label").stream()
                        .filter(it -> !field.id().isEmpty() && it.attr("for").equals(field.id()))
                        .findFirst()
                        .orElse(null);
        if (label == null) {
            return "";
        }
        Element words = label.clone();
        controls(words).remove();
        return words.text();
    }

    /** Its words with those of its group before. */
    private static String path(Element field) {
        Element group = field.closest("fieldset");
        return group == null || name(field).isEmpty() ? name(field) : name(group) + " > " + name(field);
    }

    private static boolean reads(Element it, String words) {
        return words(it).equals(words);
    }

    private static String words(Element button) {
        return button.hasAttr("aria-label") ? button.attr("aria-label") : button.text();
    }

    private static Stream<Element> shown(Elements all) {
        return all.stream().filter(it -> !it.attr("aria-hidden").equals("true"));
    }

    private static Element root(Element it) {
        return Objects.requireNonNull(it.ownerDocument());
    }

    private static String words(Stream<String> all) {
        return all.filter(it -> !it.isBlank())
                .distinct()
                .map(it -> "«" + it + "»")
                .toList()
                .toString();
    }
}
