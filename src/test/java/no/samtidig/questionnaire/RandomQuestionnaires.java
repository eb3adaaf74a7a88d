package no.samtidig.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Questionnaires of all kinds, with rules within rules, made by chance from a seed. */
final class RandomQuestionnaires {
    /** Words that a text form could stumble over. */
    private static final List<String> WORDS = List.of(
            "rus",
            "vold",
            "«å»",
            "a: b",
            "# ikke",
            "- nei",
            "'én'",
            "\"to\"",
            "{x}",
            "[y]",
            "*stjerne*",
            "null",
            "true",
            "12",
            "~",
            "&a",
            "!b",
            "%",
            "@",
            "šáŋa",
            "😀",
            "siste linje\nny linje",
            "tab\tulator",
            "|",
            ">",
            "ja",
            "\\n",
            "e\u0301");

    private final Random chance;
    private final Map<String, Item.Question> asked = new LinkedHashMap<>();
    private int number;

    RandomQuestionnaires(long seed) {
        this.chance = new Random(seed);
    }

    Questionnaire one() {
        List<Item> items = new ArrayList<>();
        int many = chance.nextInt(12);
        for (int i = 0; i < many; i++) {
            Item item = item();
            items.add(item);
            if (item instanceof Item.Question question) {
                question.keys().forEach(it -> asked.put(it, question));
            }
        }
        return new Questionnaire(
                "skjema-" + chance.nextInt(100), text(), text(), 1 + chance.nextInt(60), chance.nextBoolean(), items);
    }

    private Item item() {
        String code = "k" + number++;
        return switch (chance.nextInt(11)) {
            case 0 -> new Item.Page(code, text(), rule(Condition.ALWAYS));
            case 1 -> new Item.Information(code, text(), rule(Condition.ALWAYS));
            case 2 -> new Item.SingleChoice(wording(code), options(false));
            case 3 -> {
                List<Item.Option> options = options(true);
                int most = 1 + chance.nextInt(options.size());
                yield new Item.MultipleChoice(wording(code), options, chance.nextInt(most + 1), most);
            }
            case 4 ->
                new Item.LikertGrid(
                        wording(code),
                        IntStream.range(0, 3 + chance.nextInt(5))
                                .mapToObj(_ -> text())
                                .toList(),
                        chance.nextBoolean(),
                        IntStream.range(0, 1 + chance.nextInt(4))
                                .mapToObj(n -> new Item.Row("r" + n, text(), chance.nextInt(3) == 0))
                                .toList());
            case 5 -> new Item.Frequency(wording(code), chance.nextBoolean());
            case 6 -> new Item.Importance(wording(code), chance.nextBoolean());
            case 7 -> new Item.Slider(wording(code), text(), text());
            case 8 -> {
                int least = chance.nextInt(100) - 50;
                yield new Item.NumberQuestion(wording(code), least, least + chance.nextInt(100), maybe());
            }
            case 9 -> new Item.ShortText(wording(code), 1 + chance.nextInt(200));
            default -> new Item.LongText(wording(code), 1 + chance.nextInt(2000));
        };
    }

    private Item.Wording wording(String code) {
        return new Item.Wording(code, text(), maybe(), rule(Condition.ALWAYS), rule(Condition.NEVER));
    }

    private List<Item.Option> options(boolean several) {
        return IntStream.range(0, 2 + chance.nextInt(5))
                .mapToObj(n -> new Item.Option("v" + n, text(), several && chance.nextInt(4) == 0))
                .toList();
    }

    private @Nullable LocalizedText maybe() {
        return chance.nextBoolean() ? text() : null;
    }

    private LocalizedText text() {
        Map<Language, String> texts = new HashMap<>();
        for (Language language : Language.values()) {
            if (texts.isEmpty() || chance.nextInt(3) > 0) {
                StringBuilder words = new StringBuilder();
                IntStream.range(0, 1 + chance.nextInt(5))
                        .forEach(_ -> words.append(WORDS.get(chance.nextInt(WORDS.size())))
                                .append(' '));
                texts.put(language, words.toString().strip());
            }
        }
        return new LocalizedText(texts);
    }

    private Condition rule(Condition usual) {
        return asked.isEmpty() || chance.nextInt(3) > 0 ? chance.nextInt(5) == 0 ? other(usual) : usual : rule(0);
    }

    private static Condition other(Condition usual) {
        return usual.equals(Condition.NEVER) ? Condition.ALWAYS : usual;
    }

    private Condition rule(int depth) {
        if (depth < 4 && chance.nextInt(3) == 0) {
            List<Condition> within = IntStream.range(0, 1 + chance.nextInt(3))
                    .mapToObj(_ -> rule(depth + 1))
                    .toList();
            return switch (chance.nextInt(3)) {
                case 0 -> new Condition.All(within);
                case 1 -> new Condition.Any(within);
                default -> new Condition.Not(within.getFirst());
            };
        }
        List<Map.Entry<String, Item.Question>> all = List.copyOf(asked.entrySet());
        Map.Entry<String, Item.Question> about = all.get(chance.nextInt(all.size()));
        List<String> values = about.getValue().values();
        return switch (chance.nextInt(3)) {
            case 0 -> new Condition.Answered(about.getKey());
            case 1 -> between(about.getKey());
            default -> {
                Set<String> some = new HashSet<>();
                List<String> from = values.isEmpty() ? List.of("3", "fire", "a: b") : values;
                IntStream.range(0, 1 + chance.nextInt(3)).forEach(_ -> some.add(from.get(chance.nextInt(from.size()))));
                yield new Condition.AnyOf(about.getKey(), some);
            }
        };
    }

    private Condition between(String key) {
        int least = chance.nextInt(20) - 10;
        return switch (chance.nextInt(3)) {
            case 0 -> new Condition.Between(key, least, Integer.MAX_VALUE);
            case 1 -> new Condition.Between(key, Integer.MIN_VALUE, least);
            default -> new Condition.Between(key, least, least + chance.nextInt(5));
        };
    }

    /** The kinds and rules that stand in it, to know that chance left none out. */
    static Set<String> features(Questionnaire questionnaire) {
        Set<String> features = new HashSet<>();
        for (Item item : questionnaire.items()) {
            features.add(item.kind().code());
            gather(item.shown(), features);
            if (item instanceof Item.Question question) {
                gather(question.required(), features);
            }
        }
        return features;
    }

    private static void gather(Condition rule, Set<String> features) {
        features.add(rule.getClass().getSimpleName());
        Optional.of(rule).stream()
                .flatMap(it -> switch (it) {
                    case Condition.All all -> all.conditions().stream();
                    case Condition.Any any -> any.conditions().stream();
                    case Condition.Not not -> java.util.stream.Stream.of(not.condition());
                    default -> java.util.stream.Stream.of();
                })
                .forEach(it -> gather(it, features));
    }
}
