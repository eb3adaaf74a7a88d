package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes out as FHIR is FHIR, and comes back as it was. */
class RoundTripTest {
    private static final Path CONTENT = Path.of("content", "questionnaires");

    private static Questionnaire content(String slug) {
        Path file = CONTENT.resolve(slug + ".yaml");
        try {
            return QuestionnaireText.read(slug, file, Files.readString(file));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_questionnaire_of_the_content_is_valid_fhir_and_comes_back_equal() throws IOException {
        try (Stream<Path> files = Files.list(CONTENT)) {
            List<String> slugs = files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".yaml"))
                    .map(it -> it.substring(0, it.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(slugs).contains("praksis-og-behov").hasSizeGreaterThan(10);
            return slugs.stream()
                    .map(slug -> DynamicTest.dynamicTest(slug, () -> {
                        Questionnaire questionnaire = content(slug);
                        String json = Workbench.FHIR.write(questionnaire, true).json();
                        assertThat(Workbench.errors(json)).isEmpty();
                        same(questionnaire);
                    }));
        }
    }

    private static void same(Questionnaire questionnaire) {
        Reading.Read read = Workbench.thereAndBack(questionnaire);
        assertThat(read.questionnaire()).isEqualTo(questionnaire);
        assertThat(Stream.concat(Stream.of(read.report().whole()), read.report().entries().stream())
                        .filter(it -> it.outcome() != ImportReport.Outcome.WHOLE))
                .isEmpty();
        assertThat(read.report().lossless()).isTrue();
    }

    @Test
    void the_validator_does_find_what_is_wrong() {
        String json = Workbench.FHIR.write(content("eksempel-sider"), true).json();
        assertThat(Workbench.errors(json.replace("\"type\": \"group\"", "\"type\": \"choice\"")
                        .replace("\"linkId\"", "\"linkid\"")))
                .isNotEmpty();
    }

    @Test
    void what_r4_cannot_say_is_told_and_comes_back_all_the_same() {
        Exported nested = Workbench.FHIR.write(content("eksempel-vilkar-i-vilkar"), true);
        assertThat(nested.beyond())
                .extracting(Exported.Beyond::code, Exported.Beyond::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ny-kopp", Exported.Kind.SHOWN));
        Exported required = Workbench.FHIR.write(content("eksempel-krev-hvis"), true);
        assertThat(required.beyond()).isNotEmpty().allMatch(it -> it.kind() == Exported.Kind.REQUIRED);
        assertThat(Workbench.FHIR.write(content("eksempel-enkeltvalg"), true).beyond())
                .isEmpty();
    }

    @Property(tries = 400)
    void any_questionnaire_comes_back_equal(@ForAll Random random) {
        Questionnaire questionnaire = new Making(random).questionnaire();
        same(questionnaire);
    }

    @Property(tries = 60)
    void any_questionnaire_is_valid_fhir(@ForAll Random random) {
        Questionnaire questionnaire = new Making(random).questionnaire();
        assertThat(Workbench.errors(Workbench.FHIR.write(questionnaire, false).json()))
                .isEmpty();
    }

    @Property(tries = 400)
    void what_can_be_drafted_is_what_came_back(@ForAll Random random) {
        Questionnaire read =
                Workbench.thereAndBack(new Making(random).questionnaire()).questionnaire();
        assertThat(QuestionnaireText.read(read.slug(), Path.of("draft"), QuestionnaireText.write(read)))
                .isEqualTo(read);
    }

    /** Makes up questionnaires that can be, odd ones too. */
    private static final class Making {
        private final Random random;
        private final Set<String> codes = new HashSet<>();
        private final List<Item.Question> asked = new ArrayList<>();

        Making(Random random) {
            this.random = random;
        }

        Questionnaire questionnaire() {
            List<Item> items = new ArrayList<>();
            int many = 1 + random.nextInt(14);
            for (int i = 0; i < many; i++) {
                items.add(item());
            }
            if (asked.isEmpty()) {
                items.add(question(9));
            }
            return new Questionnaire(
                    "skjema-" + random.nextInt(100),
                    text(),
                    markdown(),
                    1 + random.nextInt(60),
                    random.nextBoolean(),
                    items);
        }

        private Item item() {
            int kind = random.nextInt(12);
            return switch (kind) {
                case 0 -> new Item.Page(code(), text(), condition());
                case 1 -> new Item.Information(code(), markdown(), condition());
                default -> question(kind);
            };
        }

        private Item question(int kind) {
            Condition shown = condition();
            Condition required =
                    switch (random.nextInt(4)) {
                        case 0 -> Condition.ALWAYS;
                        case 1 -> nonTrivial();
                        default -> Condition.NEVER;
                    };
            @Nullable LocalizedText hint = random.nextInt(3) == 0 ? text() : null;
            Item.Wording wording = new Item.Wording(code(), text(), hint, shown, required);
            Item.Question question =
                    switch (kind) {
                        case 2 -> new Item.SingleChoice(wording, options(false));
                        case 3, 4 -> {
                            List<Item.Option> options = options(true);
                            int most = 1 + random.nextInt(options.size());
                            yield new Item.MultipleChoice(wording, options, random.nextInt(most + 1), most);
                        }
                        case 5 ->
                            new Item.LikertGrid(
                                    wording,
                                    IntStream.rangeClosed(1, 3 + random.nextInt(5))
                                            .mapToObj(_ -> text())
                                            .toList(),
                                    random.nextBoolean(),
                                    IntStream.rangeClosed(1, 1 + random.nextInt(3))
                                            .mapToObj(it -> new Item.Row("rad-" + it, text(), random.nextInt(3) == 0))
                                            .toList());
                        case 6 -> new Item.Frequency(wording, random.nextBoolean());
                        case 7 -> new Item.Importance(wording, random.nextBoolean());
                        case 8 -> new Item.Slider(wording, text(), text());
                        case 9 -> {
                            int least = random.nextInt(-20, 20);
                            yield new Item.NumberQuestion(
                                    wording, least, least + random.nextInt(50), random.nextBoolean() ? text() : null);
                        }
                        case 10 -> new Item.ShortText(wording, 1 + random.nextInt(200));
                        default -> new Item.LongText(wording, 1 + random.nextInt(2000));
                    };
            asked.add(question);
            return question;
        }

        private List<Item.Option> options(boolean exclusive) {
            return IntStream.rangeClosed(1, 2 + random.nextInt(4))
                    .mapToObj(it -> new Item.Option(
                            random.nextInt(9) == 0 ? String.valueOf(it) : "svar-" + it,
                            text(),
                            exclusive && random.nextInt(4) == 0))
                    .toList();
        }

        private Condition condition() {
            return random.nextInt(3) > 0 ? Condition.ALWAYS : nonTrivial();
        }

        private Condition nonTrivial() {
            return asked.isEmpty() ? Condition.ALWAYS : condition(0);
        }

        private Condition condition(int depth) {
            int kind = random.nextInt(depth < 3 ? 8 : 5);
            if (kind >= 5) {
                List<Condition> parts = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                        .mapToObj(_ -> condition(depth + 1))
                        .toList();
                return switch (kind) {
                    case 5 -> new Condition.All(parts);
                    case 6 -> new Condition.Any(parts);
                    default -> new Condition.Not(parts.getFirst());
                };
            }
            Item.Question about = asked.get(random.nextInt(asked.size()));
            String key = about.keys().get(random.nextInt(about.keys().size()));
            List<String> values = about.values().isEmpty() ? List.of("3", "abc", "-2") : about.values();
            return switch (kind) {
                case 0 -> new Condition.Answered(key);
                case 1 -> new Condition.AnyOf(key, Set.of(values.get(random.nextInt(values.size()))));
                case 2 -> new Condition.AnyOf(key, new HashSet<>(values.subList(0, 1 + random.nextInt(values.size()))));
                case 3 -> new Condition.Between(key, random.nextInt(5), Integer.MAX_VALUE);
                default -> {
                    int least = random.nextBoolean() ? Integer.MIN_VALUE : random.nextInt(5);
                    yield new Condition.Between(key, least, 5 + random.nextInt(5));
                }
            };
        }

        private String code() {
            String code = "kode-" + random.nextInt(1000) + (random.nextInt(5) == 0 ? "-x" : "");
            return codes.add(code) ? code : code();
        }

        private LocalizedText text() {
            return text(List.of(
                    "Hvor ofte?",
                    "Kor ofte?",
                    "<b>fet</b> & \"sitert\"",
                    "1. *ikke* fet_skrift",
                    "to\nlinjer",
                    "čáhci 🙂 ŋ",
                    "# ingen overskrift",
                    "\\ [x](http://x.invalid) `a`",
                    "mellomrom  inni"));
        }

        private LocalizedText markdown() {
            return text(List.of(
                    "Vanlig *tekst*.",
                    "- en\n- to",
                    "## Del\n\nTekst med [lenke](/hjelp).",
                    "En linje\n\nen til",
                    "1) \\*"));
        }

        private LocalizedText text(List<String> from) {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                if (random.nextInt(4) > 0) {
                    texts.put(language, from.get(random.nextInt(from.size())));
                }
            }
            if (texts.isEmpty()) {
                texts.put(Language.NN, from.getFirst());
            }
            return new LocalizedText(texts);
        }
    }
}
