package no.samtidig.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.Proves;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.platform.Language;
import no.samtidig.platform.StartProblem;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

/** The content in the repository holds what it must, and mistakes are told with file, line and what to do. */
@Proves(Promise.LANGUAGES)
class ContentTest {
    private static List<KnowledgeModule> library;

    @BeforeAll
    static void read() throws Exception {
        library = new LibraryReader(register("classpath:content/"), "classpath:content/").read();
    }

    private static EvidenceRegister register(String root) throws Exception {
        var constructor = EvidenceRegister.class.getDeclaredConstructor(
                org.springframework.core.io.ResourceLoader.class, String.class);
        constructor.setAccessible(true);
        return constructor.newInstance(new DefaultResourceLoader(), root);
    }

    private static List<Lesson> lessons() {
        return library.getFirst().lessons(Language.NB);
    }

    private static <T extends Block> List<T> all(Class<T> kind) {
        return lessons().stream()
                .flatMap(it -> it.steps().stream())
                .flatMap(it -> it.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void there_are_six_modules_and_the_first_is_finished() {
        assertThat(library)
                .extracting(KnowledgeModule::slug)
                .containsExactly(
                        "grunnmodul", "mi", "sinnemestring", "selvregulering", "traume-og-rammer", "risikoverktoy");
        assertThat(library)
                .extracting(KnowledgeModule::finished)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void every_module_is_named_in_bokmal_and_nynorsk() {
        for (KnowledgeModule module : library) {
            assertThat(module.title().texts()).containsKeys(Language.NB, Language.NN, Language.EN);
            assertThat(module.lead().texts()).containsKeys(Language.NB, Language.NN, Language.EN);
        }
    }

    @Test
    void grunnmodul_holds_what_was_asked_for() {
        assertThat(lessons()).hasSize(11);
        assertThat(lessons())
                .allSatisfy(it -> assertThat(it.minutes())
                        .as("%s takes %s", it.slug(), it.minutes())
                        .isBetween(8, 16));
        assertThat(all(Block.Question.class)).hasSizeGreaterThanOrEqualTo(45);
        assertThat(all(Block.BranchingCase.class)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(all(Block.TeamExercise.class)).hasSize(11);
        assertThat(all(Block.DutyCase.class)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all(Block.Figure.class)).isNotEmpty();
        for (Class<? extends Block> kind : List.of(
                Block.SingleChoice.class,
                Block.MultipleChoice.class,
                Block.Ordering.class,
                Block.Matching.class,
                Block.FactBox.class,
                Block.LadderBlock.class,
                Block.SheetBlock.class,
                Block.VoiceSlot.class)) {
            assertThat(all(kind)).as(kind.getSimpleName()).isNotEmpty();
        }
    }

    @Test
    void nobody_invented_is_called_an_erfaringskonsulent() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content/modules"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain(
                                "erfaringskonsulent, oppdikt",
                                "oppdiktet erfaringskonsulent",
                                "oppdikta erfaringskonsulent");
            }
        }
    }

    @Test
    void the_law_is_told_as_one_ladder_and_never_as_three_rules() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content/modules"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain(
                                "tre regler",
                                "tre reglar",
                                "tre terskler",
                                "tre tersklar",
                                "det meste blir her",
                                "ikke alene koste",
                                "ikkje åleine koste",
                                "§ 45",
                                "§ 21 a",
                                "for offentlig ansatte",
                                "for offentleg tilsette");
            }
        }
    }

    @Test
    void wherever_somebody_tells_suicide_and_danger_signs_are_there() {
        for (String slug : List.of(
                "a-tore-a-sporre", "hva-gjor-jeg-med-svaret", "utsatt-og-utovende", "alvorlig-psykisk-lidelse")) {
            Lesson lesson = lessons().stream()
                    .filter(it -> it.slug().equals(slug))
                    .findFirst()
                    .orElseThrow();
            assertThat(lesson.steps().stream().flatMap(it -> it.blocks().stream()))
                    .as(slug)
                    .anyMatch(it -> it instanceof Block.SheetBlock sheet
                            && sheet.sheet().slug().equals("faretegn"));
        }
    }

    @TestFactory
    Stream<DynamicTest> the_right_answers_cannot_be_told_from_their_form() {
        return Stream.of(Language.NB, Language.NN)
                .flatMap(language -> library.getFirst().lessons(language).stream())
                .map(it -> DynamicTest.dynamicTest(
                        it.slug() + "." + it.language().tag(),
                        () -> assertThat(Tells.of(it)).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dette er mye lengre | Det andre | the longest",
                "Kort | Det andre er langt | the shortest",
                "Hva skjedde? | Slik er det. | a question mark",
                "Takk for det. | Slik er det. | «takk» stands in right options only",
                "Ring i kveld. | Ta det i morgen. | «i morgen» stands in wrong options only",
            })
    void answers_that_can_be_told_from_their_form_are_found(
            String right, String wrong, String told, @TempDir Path folder) throws Exception {
        String guessable = SMALL_LESSON
                .replace("text: Dette", "text: \"" + right + "\"")
                .replace("text: Det andre", "text: \"" + wrong + "\"");
        int from = guessable.indexOf(":::quiz");
        String quiz = guessable.substring(from, guessable.indexOf(":::claim"));
        write(folder, guessable.replace(quiz, quiz + quiz.replace("{#prove}", "{#prove-2}")));
        assertThat(Tells.of(read(folder))).anySatisfy(it -> assertThat(it).contains(told));
    }

    @Test
    void explanations_that_all_turn_on_men_are_found(@TempDir Path folder) throws Exception {
        write(folder, SMALL_LESSON.replace("why: Fordi ikke.", "why: Godt ment. Men ikke nok."));
        assertThat(Tells.of(read(folder))).anySatisfy(it -> assertThat(it).contains("turn on «Men»"));
    }

    private static Lesson read(Path folder) throws Exception {
        return new LibraryReader(register("classpath:content/"), folder.toUri().toString())
                .read()
                .getFirst()
                .lessons(Language.NB)
                .getFirst();
    }

    @Test
    void the_time_is_measured_and_the_exercise_with_others_comes_besides(@TempDir Path folder) throws Exception {
        write(folder, SMALL_LESSON.replace("Litt tekst.", "ord ".repeat(1900)));
        int before = read(folder).minutes();
        write(folder, SMALL_LESSON.replace("Litt tekst.", "ord ".repeat(3800)));
        assertThat(read(folder).minutes()).as("1900 words take ten minutes").isEqualTo(before + 10);
        String exercise = """

                :::team {#sammen}
                title: Sammen
                minutes: 12
                purpose: Øve.
                script:
                  - {minutes: 12, do: Snakk.}
                closing: Takk.
                two: Bytt.
                :::
                """;
        write(folder, SMALL_LESSON.replace("Litt tekst.", "ord ".repeat(1900)) + exercise);
        assertThat(read(folder).minutes()).isEqualTo(before);
        assertThat(read(folder).together()).isEqualTo(12);
    }

    @Test
    void a_lesson_without_a_real_voice_cannot_say_that_it_has_one(@TempDir Path folder) throws Exception {
        mistakes(folder, SMALL_LESSON.replace("sides: [exposed]", "user-perspective: [voice]"))
                .hasMessageContaining("no real voice is heard in this lesson");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "place: door | place: step | one floor, one door and one hatch",
                "place: hatch | place: floor | one floor, one door and one hatch",
                "checked: 2026-11-30 | checked: i går | must be a date",
            })
    void a_part_of_the_law_is_no_ladder(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        Files.createDirectories(folder.resolve("law"));
        Files.writeString(
                folder.resolve("law/ladder.nb.yaml"),
                Files.readString(Path.of("content/law/ladder.nb.yaml")).replaceFirst(right, wrong));
        mistakes(folder, SMALL_LESSON).hasMessageContaining("ladder.nb.yaml").hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until: 2099-12-01 | until: 2025-12-01 | the consent ends before it is given",
                "until: 2099-12-01 | utl: 2028-12-01 | means nothing here",
                "transcript: | tekst: | means nothing here",
            })
    void a_voice_without_consent_or_words_is_refused(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        RecordedVoice.write(folder, RecordedVoice.YAML.replace(right, wrong));
        mistakes(folder, SMALL_LESSON).hasMessageContaining("voices").hasMessageContaining(told);
    }

    @Test
    void a_voice_without_its_sound_is_refused(@TempDir Path folder) throws Exception {
        RecordedVoice.write(folder, RecordedVoice.YAML);
        Files.delete(folder.resolve("voices/prove.mp3"));
        mistakes(folder, SMALL_LESSON).hasMessageContaining("there is no sound");
    }

    @Test
    void every_lesson_has_a_task_an_exercise_a_reflection_and_a_summary() {
        for (Lesson lesson : lessons()) {
            Set<Class<?>> kinds = lesson.steps().stream()
                    .flatMap(it -> it.blocks().stream())
                    .map(Object::getClass)
                    .collect(Collectors.toSet());
            assertThat(kinds)
                    .as(lesson.slug())
                    .contains(
                            Block.ShiftTask.class,
                            Block.TeamExercise.class,
                            Block.Reflection.class,
                            Block.Summary.class);
            assertThat(kinds.contains(Block.ClaimCard.class) || kinds.contains(Block.LadderBlock.class))
                    .as(lesson.slug() + " shows a claim, or is about the law")
                    .isTrue();
        }
    }

    @Test
    void grunnmodul_covers_the_whole_life_course_and_both_sides() {
        Set<String> life = new HashSet<>();
        Set<String> sides = new HashSet<>();
        lessons().forEach(it -> {
            life.addAll(it.demands().getOrDefault(Demand.LIFE_COURSE, Set.of()));
            sides.addAll(it.demands().getOrDefault(Demand.SIDES, Set.of()));
        });
        assertThat(life).containsAll(Demand.LIFE_COURSE.aspects());
        assertThat(sides).containsAll(Demand.SIDES.aspects());
    }

    @Test
    void the_text_is_readable() {
        for (Lesson lesson : lessons()) {
            String text = lesson.steps().stream()
                    .flatMap(it -> it.blocks().stream())
                    .filter(Block.Text.class::isInstance)
                    .map(it -> ((Block.Text) it).text().plain())
                    .collect(Collectors.joining("\n"));
            assertThat(lix(text)).as(lesson.slug()).isLessThanOrEqualTo(45);
        }
    }

    /** LIX (Björnsson 1968): words a sentence, plus the percentage of words longer than six letters. */
    private static double lix(String text) {
        String[] words = text.split("[^\\p{L}]+");
        long sentences = Math.max(
                1,
                text.chars()
                        .filter(it -> it == '.' || it == '?' || it == '!' || it == ':')
                        .count());
        long longWords = Stream.of(words).filter(it -> it.length() > 6).count();
        return (double) words.length / sentences + 100.0 * longWords / words.length;
    }

    @Test
    void labels_that_take_a_persons_dignity_are_not_used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content/modules"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain("narkoman", "rusmisbruker", "voldsmann", "misbruker ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind: single | kind: dobbel | unknown kind",
                "correct: true | correct: ja | must be true or false",
                "correct: true | correct: false | exactly one option must be right",
                ":::quiz {#prove} | :::kviss {#prove} | there is no directive 'kviss'",
                ":::quiz {#prove} | :::quiz prove | this is not a directive",
                "aim: identify | aim: finne | unknown aim 'finne'",
                "why: Fordi. | hvorfor: Fordi. | the field 'hvorfor' means nothing here",
                "sides: [exposed] | sides: [begge] | 'begge' is no value of sides",
                "claim: fire-ganger | claim: fem-ganger | there is no claim 'fem-ganger'",
                "Litt tekst. | <b>Litt</b> tekst. | raw HTML is not allowed",
                "## Et øyeblikk {#start} | ## Et øyeblikk | the step has no address",
            })
    void a_mistake_is_told_with_file_line_and_what_to_do(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        String lesson = SMALL_LESSON.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThat(lesson).isNotEqualTo(SMALL_LESSON);
        write(folder, lesson);
        String root = folder.toUri().toString();
        assertThatThrownBy(() -> new LibraryReader(register("classpath:content/"), root).read())
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("lessons/liten.nb.md:")
                .hasMessageMatching("(?s).*liten\\.nb\\.md:\\d+: .*To mend it: .*")
                .hasMessageContaining(told);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> mistakes(Path folder, String lesson)
            throws IOException {
        write(folder, lesson);
        String root = folder.toUri().toString();
        return assertThatThrownBy(() -> new LibraryReader(register("classpath:content/"), root).read())
                .isInstanceOf(StartProblem.class);
    }

    @Test
    void a_directive_nobody_knows_is_told_at_its_own_line(@TempDir Path folder) throws Exception {
        mistakes(folder, SMALL_LESSON.replace(":::quiz {", ":::qiz {"))
                .hasMessageContaining("liten.nb.md:17: there is no directive 'qiz'")
                .hasMessageContaining("use one of: figure, fact,");
    }

    @Test
    void a_directive_that_is_not_closed_is_told_where_it_begins_and_the_reading_goes_on(@TempDir Path folder)
            throws Exception {
        mistakes(
                        folder,
                        SMALL_LESSON
                                .replace("Fordi ikke.\n:::\n", "Fordi ikke.\n")
                                .replace("fire-ganger", "finnes-ikke"))
                .hasMessageContaining("liten.nb.md:17: the directive that begins here is not closed")
                .hasMessageContaining("after its fields, before line 28")
                .hasMessageContaining("finnes-ikke");
        mistakes(folder, SMALL_LESSON.replace("fire-ganger\n:::", "fire-ganger"))
                .hasMessageContaining("after its fields, at the end of the file");
    }

    @Test
    void an_end_without_a_beginning_is_told(@TempDir Path folder) throws Exception {
        mistakes(folder, SMALL_LESSON.replace("Litt tekst.\n", "Litt tekst.\n:::\n"))
                .hasMessageContaining("liten.nb.md:16: this line ends a directive, but none has begun");
    }

    @Test
    void letters_that_are_not_utf_8_are_told_with_their_line(@TempDir Path folder) throws Exception {
        write(folder, SMALL_LESSON);
        Files.write(
                folder.resolve("modules/liten/lessons/liten.nb.md"),
                SMALL_LESSON.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        String root = folder.toUri().toString();
        assertThatThrownBy(() -> new LibraryReader(register("classpath:content/"), root).read())
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("liten.nb.md:13: there are letters here that are not UTF-8")
                .hasMessageContaining("save the file with the encoding UTF-8");
    }

    @Test
    void a_character_that_cannot_be_seen_is_told_with_its_line(@TempDir Path folder) throws Exception {
        mistakes(folder, SMALL_LESSON.replace("question: Hva?", "question: Hva\u0007?"))
                .hasMessageContaining("liten.nb.md:19: there is a character here that cannot be seen");
    }

    @Test
    void the_small_lesson_itself_is_right(@TempDir Path folder) throws Exception {
        write(folder, SMALL_LESSON);
        List<KnowledgeModule> read =
                new LibraryReader(register("classpath:content/"), folder.toUri().toString()).read();
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().lessons(Language.NN).getFirst().language()).isEqualTo(Language.NB);
    }

    @Test
    void a_translation_has_its_originals_versions_and_shape(@TempDir Path folder) throws Exception {
        write(folder, SMALL_LESSON);
        Path nynorsk = folder.resolve("modules/liten/lessons/liten.nn.md");
        String root = folder.toUri().toString();
        Files.writeString(nynorsk, SMALL_LESSON.replace("Det andre", "Det hine"));
        KnowledgeModule read =
                new LibraryReader(register("classpath:content/"), root).read().getFirst();
        Lesson nb = read.lessons(Language.NB).getFirst();
        Lesson nn = read.lessons(Language.NN).getFirst();
        assertThat(nn.language()).isEqualTo(Language.NN);
        assertThat(nn.version()).isEqualTo(nb.version());
        assertThat(nn.block("prove").orElseThrow().block().version())
                .isEqualTo(nb.block("prove").orElseThrow().block().version());
        Files.writeString(nynorsk, SMALL_LESSON.replace("{#vet}", "{#veit}"));
        assertThatThrownBy(() -> new LibraryReader(register("classpath:content/"), root).read())
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("liten.nn.md")
                .hasMessageContaining("the translation differs from its original");
    }

    @Test
    void a_drawing_with_a_script_is_refused() {
        assertThatThrownBy(() -> Drawing.of("<svg viewBox=\"0 0 1 1\"><script>x()</script></svg>"))
                .hasMessageContaining("may not hold <script>");
        assertThatThrownBy(() -> Drawing.of("<svg viewBox=\"0 0 1 1\" onload=\"x()\"/>"))
                .hasMessageContaining("onload");
    }

    private static void write(Path folder, String lesson) throws IOException {
        Path module = folder.resolve("modules/liten");
        Files.createDirectories(module.resolve("lessons"));
        Files.writeString(module.resolve("module.yaml"), """
                order: 1
                status: published
                title: {nb: Liten}
                lead: {nb: En liten modul.}
                lessons: [liten]
                """);
        Files.writeString(
                module.resolve("cover.svg"), "<svg viewBox=\"0 0 3 4\"><circle cx=\"1\" cy=\"1\" r=\"1\"/></svg>");
        Files.writeString(module.resolve("lessons/liten.nb.md"), lesson);
    }

    private static final String SMALL_LESSON = """
            ---
            title: Liten
            lead: En liten leksjon.
            roles: [miljoterapeut]
            aims: [identify]
            demands:
              sides: [exposed]
            goals:
              - text: se
                aim: identify
            ---

            ## Et øyeblikk {#start}

            Litt tekst.

            :::quiz {#prove}
            kind: single
            question: Hva?
            aim: identify
            options:
              - text: Dette
                correct: true
                why: Fordi.
              - text: Det andre
                why: Fordi ikke.
            :::

            :::claim {#vet}
            claim: fire-ganger
            :::
            """;
}
