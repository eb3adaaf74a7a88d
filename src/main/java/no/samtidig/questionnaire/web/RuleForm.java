package no.samtidig.questionnaire.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.util.MultiValueMap;

/**
 * A rule as it is made in a form: about one answer, or, where it is made of several, as text.
 *
 * @param when {@code alltid}, {@code aldri}, {@code regel} or {@code tekst}
 * @param key which answer
 * @param drawn the answer whose values the form showed; another one than {@code key} just after a choice
 * @param how {@code ett-av}, {@code ikke-av}, {@code mellom}, {@code besvart} or {@code ubesvart}
 * @param values which of its values
 * @param least the smallest number, as typed
 * @param most the largest number, as typed
 * @param text a rule made of several, in YAML
 */
public record RuleForm(
        String when,
        String key,
        String drawn,
        String how,
        List<String> values,
        String least,
        String most,
        String text) {
    public static final String ALWAYS = "alltid";
    public static final String NEVER = "aldri";
    public static final String RULE = "regel";
    public static final String TEXT = "tekst";

    public RuleForm {
        values = List.copyOf(values);
    }

    /** The form of a rule. */
    static RuleForm of(Condition rule, List<Askable> askable) {
        if (rule.equals(Condition.ALWAYS)) {
            return plain(ALWAYS);
        }
        if (rule.equals(Condition.NEVER)) {
            return plain(NEVER);
        }
        Condition asked = rule instanceof Condition.Not not ? not.condition() : rule;
        boolean negated = rule instanceof Condition.Not;
        if (asked instanceof Condition.AnyOf it && choices(it.key(), askable)) {
            return about(it.key(), negated ? "ikke-av" : "ett-av", List.copyOf(it.values()), "", "");
        }
        if (asked instanceof Condition.Answered it) {
            return about(it.key(), negated ? "ubesvart" : "besvart", List.of(), "", "");
        }
        if (asked instanceof Condition.Between it && !negated && number(it.key(), askable)) {
            return about(
                    it.key(),
                    "mellom",
                    List.of(),
                    it.least() == Integer.MIN_VALUE ? "" : String.valueOf(it.least()),
                    it.most() == Integer.MAX_VALUE ? "" : String.valueOf(it.most()));
        }
        return new RuleForm(TEXT, "", "", "", List.of(), "", "", QuestionnaireText.write(rule));
    }

    private static boolean choices(String key, List<Askable> askable) {
        return askable.stream()
                .anyMatch(it -> it.key().equals(key) && !it.values().isEmpty());
    }

    private static boolean number(String key, List<Askable> askable) {
        return askable.stream().anyMatch(it -> it.key().equals(key) && it.number());
    }

    static RuleForm plain(String when) {
        return new RuleForm(when, "", "", "", List.of(), "", "", "");
    }

    private static RuleForm about(String key, String how, List<String> values, String least, String most) {
        return new RuleForm(RULE, key, key, how, values, least, most, "");
    }

    /** As typed, from the fields that begin with the name. */
    static RuleForm typed(MultiValueMap<String, String> form, String name, String usual) {
        return new RuleForm(
                one(form, name + "-nar", usual),
                one(form, name + "-om", ""),
                one(form, name + "-hentet", ""),
                one(form, name + "-hvordan", ""),
                form.getOrDefault(name + "-verdi", List.of()),
                one(form, name + "-minst", ""),
                one(form, name + "-hoyst", ""),
                Both.clean(one(form, name + "-tekst", "")));
    }

    private static String one(MultiValueMap<String, String> form, String name, String usual) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).orElse(usual);
    }

    /** The same, showing the values of the answer that was chosen. */
    RuleForm fetched(List<Askable> askable) {
        String first = askable.stream()
                .filter(it -> it.key().equals(key))
                .map(it -> it.number() ? "mellom" : it.values().isEmpty() ? "besvart" : "ett-av")
                .findFirst()
                .orElse("");
        return new RuleForm(RULE, key, key, key.equals(drawn) ? how : first, values, least, most, text);
    }

    /** What the rule asks about, as the form shows it. */
    public Optional<Askable> about(List<Askable> askable) {
        return askable.stream().filter(it -> it.key().equals(drawn)).findFirst();
    }

    /**
     * The rule; empty where something is wrong, which is then told.
     *
     * @param name what the fields begin with
     */
    Optional<Condition> rule(String name, List<Askable> askable, List<Item> earlier, Flaws flaws) {
        int before = flaws.count();
        Condition rule =
                switch (when) {
                    case ALWAYS -> Condition.ALWAYS;
                    case RULE -> simple(name, askable, flaws);
                    case TEXT -> written(name, earlier, flaws);
                    case NEVER -> Condition.NEVER;
                    default -> {
                        flaws.of(label(name), name + "-valg", "rule-when");
                        yield Condition.NEVER;
                    }
                };
        return flaws.count() == before ? Optional.of(rule) : Optional.empty();
    }

    /** The words over its fields: the same mistake can be made in both rules. */
    private static String label(String name) {
        return "questionnaire-edit." + name;
    }

    private Condition written(String name, List<Item> earlier, Flaws flaws) {
        try {
            return QuestionnaireText.readRule(Path.of(name), text, earlier);
        } catch (ContentProblem problem) {
            flaws.of(label(name), name + "-tekst", "rule-text", problem.line(), problem.told());
            return Condition.NEVER;
        }
    }

    private Condition simple(String name, List<Askable> askable, Flaws flaws) {
        Optional<Askable> asked =
                askable.stream().filter(it -> it.key().equals(key)).findFirst();
        if (asked.isEmpty()) {
            flaws.of(label(name), name + "-om", "rule-about");
            return Condition.NEVER;
        }
        if (!key.equals(drawn)) {
            flaws.of(label(name), name + "-om", "rule-values");
            return Condition.NEVER;
        }
        return switch (how) {
            case "ett-av", "ikke-av" -> {
                Set<String> possible = Set.copyOf(
                        asked.get().values().stream().map(Askable.Value::value).toList());
                if (values.isEmpty() || !possible.containsAll(values)) {
                    flaws.of(label(name), name + "-verdi", "rule-values");
                }
                Condition anyOf = new Condition.AnyOf(key, Set.copyOf(values));
                yield how.equals("ett-av") ? anyOf : new Condition.Not(anyOf);
            }
            case "mellom" -> between(name, flaws);
            case "besvart" -> new Condition.Answered(key);
            case "ubesvart" -> new Condition.Not(new Condition.Answered(key));
            default -> {
                flaws.of(label(name), name + "-hvordan", "rule-how");
                yield Condition.NEVER;
            }
        };
    }

    private Condition between(String name, Flaws flaws) {
        Optional<Integer> smallest = Typed.number(least, -1_000_000, 1_000_000);
        Optional<Integer> largest = Typed.number(most, -1_000_000, 1_000_000);
        boolean none = least.isEmpty() && most.isEmpty();
        if (none
                || (!least.isEmpty() && smallest.isEmpty())
                || (!most.isEmpty() && largest.isEmpty())
                || (smallest.isPresent() && largest.isPresent() && smallest.get() > largest.get())) {
            flaws.of(label(name), name + "-minst", "rule-numbers");
        }
        return new Condition.Between(key, smallest.orElse(Integer.MIN_VALUE), largest.orElse(Integer.MAX_VALUE));
    }
}
