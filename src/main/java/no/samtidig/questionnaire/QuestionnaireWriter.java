package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Questionnaire to text, always the same for the same one; see {@link QuestionnaireText}. */
final class QuestionnaireWriter {
    private QuestionnaireWriter() {}

    static String write(Questionnaire questionnaire) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", written(questionnaire.title()));
        root.put("introduction", written(questionnaire.introduction()));
        root.put("minutes", questionnaire.minutes());
        if (questionnaire.fixture()) {
            root.put("fixture", true);
        }
        root.put(
                "items",
                questionnaire.items().stream().map(QuestionnaireWriter::written).toList());
        return yaml().dump(root);
    }

    static String write(Item item) {
        return yaml().dump(written(item));
    }

    static String write(Condition rule) {
        return yaml().dump(written(rule));
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }

    private static Map<String, Object> written(Item item) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("kind", item.kind().code());
        node.put("code", item.code());
        node.put("text", written(item.text()));
        if (item instanceof Item.Question question) {
            question.hint().ifPresent(it -> node.put("hint", written(it)));
            if (question.required().equals(Condition.ALWAYS)) {
                node.put("required", true);
            } else if (!question.required().equals(Condition.NEVER)) {
                node.put("required-if", written(question.required()));
            }
        }
        if (!item.shown().equals(Condition.ALWAYS)) {
            node.put("show-if", written(item.shown()));
        }
        switch (item) {
            case Item.Page _, Item.Information _ -> {}
            case Item.Rating it -> {
                if (it.anchored()) {
                    node.put("anchored", true);
                }
            }
            case Item.SingleChoice it -> node.put("options", options(it.options()));
            case Item.MultipleChoice it -> {
                if (it.atLeast() > 0) {
                    node.put("at-least", it.atLeast());
                }
                if (it.atMost() < it.options().size()) {
                    node.put("at-most", it.atMost());
                }
                node.put("options", options(it.options()));
            }
            case Item.LikertGrid it -> {
                if (it.unsure()) {
                    node.put("unsure", true);
                }
                node.put(
                        "points",
                        it.points().stream().map(QuestionnaireWriter::written).toList());
                node.put(
                        "rows", it.rows().stream().map(QuestionnaireWriter::row).toList());
            }
            case Item.Slider it -> {
                node.put("low", written(it.low()));
                node.put("high", written(it.high()));
            }
            case Item.NumberQuestion it -> {
                node.put("least", it.least());
                node.put("most", it.most());
                LocalizedText unit = it.unit();
                if (unit != null) {
                    node.put("unit", written(unit));
                }
            }
            case Item.ShortText it -> most(node, it.most(), 200);
            case Item.LongText it -> most(node, it.most(), 2000);
        }
        return node;
    }

    private static void most(Map<String, Object> node, int most, int usual) {
        if (most != usual) {
            node.put("most", most);
        }
    }

    private static List<Map<String, Object>> options(List<Item.Option> options) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (Item.Option it : options) {
            Map<String, Object> node = coded(it.code(), it.text());
            if (it.exclusive()) {
                node.put("exclusive", true);
            }
            written.add(node);
        }
        return written;
    }

    private static Map<String, Object> row(Item.Row row) {
        Map<String, Object> node = coded(row.code(), row.text());
        if (row.reversed()) {
            node.put("reversed", true);
        }
        return node;
    }

    private static Map<String, Object> coded(String code, LocalizedText text) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", code);
        node.putAll(written(text));
        return node;
    }

    private static Map<String, Object> written(LocalizedText text) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            @Nullable String it = text.texts().get(language);
            if (it != null) {
                node.put(language.tag(), it);
            }
        }
        return node;
    }

    private static Map<String, Object> written(Condition condition) {
        Map<String, Object> node = new LinkedHashMap<>();
        switch (condition) {
            case Condition.AnyOf it -> {
                node.put("item", it.key());
                if (it.values().size() == 1) {
                    node.put("is", it.values().iterator().next());
                } else {
                    node.put("any-of", it.values().stream().sorted().toList());
                }
            }
            case Condition.Answered it -> {
                node.put("item", it.key());
                node.put("answered", true);
            }
            case Condition.Between it -> {
                node.put("item", it.key());
                if (it.least() != Integer.MIN_VALUE) {
                    node.put("at-least", it.least());
                }
                if (it.most() != Integer.MAX_VALUE) {
                    node.put("at-most", it.most());
                }
            }
            case Condition.All it ->
                node.put(
                        "all",
                        it.conditions().stream()
                                .map(QuestionnaireWriter::written)
                                .toList());
            case Condition.Any it ->
                node.put(
                        "any",
                        it.conditions().stream()
                                .map(QuestionnaireWriter::written)
                                .toList());
            case Condition.Not it -> node.put("not", written(it.condition()));
        }
        return node;
    }
}
