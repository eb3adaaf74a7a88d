package no.samtidig.questionnaire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.platform.TextLimit;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.YamlNode;

/** Text to questionnaire, with what is wrong told by line; see {@link QuestionnaireText}. */
final class QuestionnaireReader {
    private QuestionnaireReader() {}

    /** A list that is no longer than what somebody can answer and we can look through. */
    private static List<YamlNode> list(YamlNode node, String name, int most) {
        List<YamlNode> list = node.list(name);
        if (list.size() > most) {
            throw node.required(name).problem(QuestionnaireMistake.TOO_MANY, most);
        }
        return list;
    }

    static Questionnaire read(String slug, Path file, String text) {
        if (text.length() > Questionnaire.MOST_TEXT) {
            throw new ContentProblem(file, 1, QuestionnaireMistake.TOO_LONG_IN_ALL, Questionnaire.MOST_TEXT);
        }
        YamlNode root = YamlNode.read(file, 1, text).only("title", "introduction", "minutes", "fixture", "items");
        List<Item> items = new ArrayList<>();
        Map<String, Item.Question> asked = new LinkedHashMap<>();
        Set<String> codes = new HashSet<>();
        for (YamlNode node : list(root, "items", Questionnaire.MOST_ITEMS)) {
            Item item = item(node, asked);
            if (!codes.add(item.code())) {
                throw node.problem(QuestionnaireMistake.CODE_TWICE, item.code());
            }
            if (item instanceof Item.Question question) {
                question.keys().forEach(it -> asked.put(it, question));
            }
            items.add(item);
        }
        return new Questionnaire(
                slug,
                line(root.required("title")),
                markdown(root.required("introduction")),
                root.number("minutes", 1, 60),
                root.flag("fixture"),
                items);
    }

    /** @param earlier what the rule may ask about */
    static Condition readRule(Path file, String text, List<Item> earlier) {
        Map<String, Item.Question> asked = new LinkedHashMap<>();
        earlier.stream()
                .filter(Item.Question.class::isInstance)
                .map(Item.Question.class::cast)
                .forEach(it -> it.keys().forEach(key -> asked.put(key, it)));
        return condition(YamlNode.read(file, 1, text), asked);
    }

    private static Item item(YamlNode node, Map<String, Item.Question> asked) {
        String code = node.text("kind");
        Item.Kind kind = Item.Kind.of(code)
                .orElseThrow(() -> node.required("kind")
                        .problem(
                                QuestionnaireMistake.KIND,
                                code,
                                Arrays.stream(Item.Kind.values())
                                        .map(Item.Kind::code)
                                        .collect(Collectors.joining(", "))));
        return switch (kind) {
            case PAGE -> {
                node.only("kind", "code", "text", "show-if");
                yield new Item.Page(code(node), line(node.required("text")), shown(node, asked));
            }
            case INFORMATION -> {
                node.only("kind", "code", "text", "show-if");
                yield new Item.Information(code(node), markdown(node.required("text")), shown(node, asked));
            }
            case SINGLE -> {
                only(node, "options");
                yield new Item.SingleChoice(wording(node, asked), options(node, false));
            }
            case MULTIPLE -> {
                only(node, "options", "at-least", "at-most");
                List<Item.Option> options = options(node, true);
                yield new Item.MultipleChoice(
                        wording(node, asked),
                        options,
                        node.optional("at-least").isPresent() ? node.number("at-least", 1, options.size()) : 0,
                        node.optional("at-most").isPresent()
                                ? node.number("at-most", 1, options.size())
                                : options.size());
            }
            case LIKERT -> {
                only(node, "points", "rows", "unsure");
                List<YamlNode> points = node.list("points");
                if (points.size() < 3 || points.size() > 7) {
                    throw node.problem(QuestionnaireMistake.POINTS);
                }
                yield new Item.LikertGrid(
                        wording(node, asked),
                        points.stream().map(QuestionnaireReader::line).toList(),
                        node.flag("unsure"),
                        rows(node));
            }
            case FREQUENCY -> {
                only(node, "anchored");
                yield new Item.Frequency(wording(node, asked), node.flag("anchored"));
            }
            case IMPORTANCE -> {
                only(node, "anchored");
                yield new Item.Importance(wording(node, asked), node.flag("anchored"));
            }
            case SLIDER -> {
                only(node, "low", "high");
                yield new Item.Slider(wording(node, asked), line(node.required("low")), line(node.required("high")));
            }
            case NUMBER -> {
                only(node, "least", "most", "unit");
                int least = node.number("least", -1_000_000, 1_000_000);
                yield new Item.NumberQuestion(
                        wording(node, asked),
                        least,
                        node.number("most", least, 1_000_000),
                        node.optional("unit").map(QuestionnaireReader::line).orElse(null));
            }
            case SHORT_TEXT -> {
                only(node, "most");
                yield new Item.ShortText(
                        wording(node, asked), node.optional("most").isPresent() ? node.number("most", 1, 200) : 200);
            }
            case LONG_TEXT -> {
                only(node, "most");
                yield new Item.LongText(
                        wording(node, asked), node.optional("most").isPresent() ? node.number("most", 1, 2000) : 2000);
            }
        };
    }

    private static void only(YamlNode node, String... more) {
        List<String> names =
                new ArrayList<>(List.of("kind", "code", "text", "hint", "required", "required-if", "show-if"));
        names.addAll(List.of(more));
        node.only(names.toArray(String[]::new));
    }

    private static Item.Wording wording(YamlNode node, Map<String, Item.Question> asked) {
        Condition required = node.flag("required")
                ? Condition.ALWAYS
                : node.optional("required-if").map(it -> condition(it, asked)).orElse(Condition.NEVER);
        return new Item.Wording(
                code(node),
                text(node.required("text")),
                node.optional("hint").map(QuestionnaireReader::text).orElse(null),
                shown(node, asked),
                required);
    }

    private static Condition shown(YamlNode node, Map<String, Item.Question> asked) {
        return node.optional("show-if").map(it -> condition(it, asked)).orElse(Condition.ALWAYS);
    }

    private static Condition condition(YamlNode node, Map<String, Item.Question> asked) {
        Map<String, YamlNode> fields = node.only(
                        "item", "is", "any-of", "answered", "at-least", "at-most", "all", "any", "not")
                .fields();
        if (fields.containsKey("all")) {
            return new Condition.All(
                    node.list("all").stream().map(it -> condition(it, asked)).toList());
        }
        if (fields.containsKey("any")) {
            return new Condition.Any(
                    node.list("any").stream().map(it -> condition(it, asked)).toList());
        }
        if (fields.containsKey("not")) {
            return new Condition.Not(condition(node.required("not"), asked));
        }
        String key = node.text("item");
        Item.Question question = asked.get(key);
        if (question == null) {
            throw node.required("item").problem(QuestionnaireMistake.RULE_ORDER, key);
        }
        if (fields.containsKey("answered")) {
            return node.flag("answered") ? new Condition.Answered(key) : new Condition.Not(new Condition.Answered(key));
        }
        if (fields.containsKey("at-least") || fields.containsKey("at-most")) {
            return new Condition.Between(
                    key,
                    fields.containsKey("at-least") ? node.number("at-least", -1_000_000, 1_000_000) : Integer.MIN_VALUE,
                    fields.containsKey("at-most") ? node.number("at-most", -1_000_000, 1_000_000) : Integer.MAX_VALUE);
        }
        List<YamlNode> values = fields.containsKey("is") ? List.of(node.required("is")) : node.list("any-of");
        for (YamlNode value : values) {
            if (!question.values().isEmpty() && !question.values().contains(value.text())) {
                throw value.problem(
                        QuestionnaireMistake.RULE_ANSWER, value.text(), key, String.join(", ", question.values()));
            }
        }
        return new Condition.AnyOf(
                key, new HashSet<>(values.stream().map(YamlNode::text).toList()));
    }

    private static String code(YamlNode node) {
        String code = node.text("code");
        if (!Slug.isCode(code)) {
            throw node.required("code").problem(QuestionnaireMistake.CODE, code);
        }
        return code;
    }

    private static List<Item.Option> options(YamlNode node, boolean severalMayBeChosen) {
        List<Item.Option> options = new ArrayList<>();
        for (YamlNode it : list(node, "options", Item.MOST_LINES)) {
            it.only("code", "nb", "nn", "en", "exclusive");
            boolean exclusive = it.flag("exclusive");
            if (exclusive && !severalMayBeChosen) {
                throw it.problem(QuestionnaireMistake.EXCLUSIVE);
            }
            options.add(new Item.Option(code(it), languages(it, TextLimit.LINE), exclusive));
        }
        unique(node, options.stream().map(Item.Option::code).toList());
        if (options.size() < 2) {
            throw node.problem(QuestionnaireMistake.ALTERNATIVES);
        }
        return options;
    }

    private static List<Item.Row> rows(YamlNode node) {
        List<Item.Row> rows = list(node, "rows", Item.MOST_LINES).stream()
                .map(it -> new Item.Row(
                        code(it.only("code", "nb", "nn", "en", "reversed")),
                        languages(it, TextLimit.LINE),
                        it.flag("reversed")))
                .toList();
        unique(node, rows.stream().map(Item.Row::code).toList());
        return rows;
    }

    private static void unique(YamlNode node, List<String> codes) {
        if (new HashSet<>(codes).size() != codes.size()) {
            throw node.problem(QuestionnaireMistake.CODE_TWICE_HERE);
        }
    }

    private static LocalizedText line(YamlNode node) {
        return languages(node.only("nb", "nn", "en"), TextLimit.LINE);
    }

    private static LocalizedText text(YamlNode node) {
        return languages(node.only("nb", "nn", "en"), TextLimit.TEXT);
    }

    private static LocalizedText markdown(YamlNode node) {
        LocalizedText text = text(node);
        for (String markdown : text.texts().values()) {
            try {
                RichText.of(markdown);
            } catch (RichText.Refused refused) {
                throw node.problem(refused);
            }
        }
        return text;
    }

    /** The languages that are there. That one is missing is for the check list to tell: a draft may be half written. */
    private static LocalizedText languages(YamlNode node, TextLimit limit) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            node.optionalText(language.tag()).filter(it -> !it.isEmpty()).ifPresent(it -> texts.put(language, it));
        }
        if (texts.isEmpty()) {
            throw node.problem(QuestionnaireMistake.EMPTY);
        }
        if (!texts.values().stream().allMatch(limit::fits)) {
            throw node.problem(QuestionnaireMistake.TOO_LONG, limit.most());
        }
        return new LocalizedText(texts);
    }
}
