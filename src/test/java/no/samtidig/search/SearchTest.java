package no.samtidig.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Libraries;
import no.samtidig.evidence.Registers;
import no.samtidig.platform.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding in the real library. */
class SearchTest {
    private static final KnowledgeModules MODULES = Libraries.real();
    private static final List<Findables> FINDABLES = List.of(Libraries.findables(MODULES), Registers.findables());
    private static final Findables.Kind MODULE = kind("modul");
    private static final Findables.Kind LESSON = kind("leksjon");
    private static final Findables.Kind CLAIM = kind("pastand");
    private static final Search SEARCH = new Search(FINDABLES);

    private static Findables.Kind kind(String code) {
        return FINDABLES.stream()
                .flatMap(it -> it.kinds().stream())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Search.Found find(String text, Language language) {
        return SEARCH.find(new Search.Query(text, Set.of()), language);
    }

    private static List<String> marked(Search.Found found) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (Search.Hit hit : found.hits()) {
            excerpts.add(hit.title());
            hit.excerpt().ifPresent(excerpts::add);
            hit.places().forEach(it -> {
                excerpts.add(it.title());
                it.excerpt().ifPresent(excerpts::add);
            });
        }
        return excerpts.stream()
                .flatMap(it -> it.pieces().stream())
                .filter(Excerpt.Piece::marked)
                .map(it -> it.text().toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
    }

    private static List<String> addresses(Search.Found found) {
        return found.hits().stream()
                .flatMap(it -> it.places().stream())
                .map(Search.Place::address)
                .toList();
    }

    @Test
    void a_word_is_found_in_any_form_and_leads_to_its_step() {
        Search.Found found = find("øreklokke", Language.NB);
        assertThat(marked(found)).anyMatch(it -> it.startsWith("øreklokke"));
        assertThat(addresses(found)).allMatch(it -> it.matches("/moduler/grunnmodul/[a-z-]+/[a-z-]+"));
    }

    @Test
    void a_lesson_by_its_title_is_the_first() {
        assertThat(find("Å tore å spørre", Language.NB).hits().getFirst().address())
                .isEqualTo("/moduler/grunnmodul/a-tore-a-sporre");
        assertThat(find("hjernen belønning", Language.NB).hits().getFirst().address())
                .isEqualTo("/moduler/grunnmodul/hjernen-belonning-og-frykt");
    }

    @Test
    void a_planned_module_is_found() {
        assertThat(find("sinnemestring", Language.NB).hits())
                .anyMatch(it -> it.kind().equals(MODULE) && it.address().equals("/moduler/sinnemestring"));
    }

    @ParameterizedTest
    @CsvSource({"taushetsplikt, teieplikt", "vold, vald", "spørre, spørje", "døgnenhet, døgneining", "utsatt, utsett"})
    void bokmaal_finds_nynorsk_and_the_other_way(String bokmaal, String nynorsk) {
        assertThat(marked(find(bokmaal, Language.NN))).anyMatch(it -> it.startsWith(nynorsk));
        assertThat(marked(find(nynorsk, Language.NB))).anyMatch(it -> it.startsWith(bokmaal));
    }

    @Test
    void the_excerpt_is_in_the_readers_language() {
        for (Language language : List.of(Language.NB, Language.NN)) {
            assertThat(find("vold", language).hits())
                    .allMatch(it -> it.title().language() == language)
                    .allMatch(it -> it.places().stream()
                            .flatMap(place -> place.excerpt().stream())
                            .allMatch(excerpt -> excerpt.language() == language));
        }
    }

    @ParameterizedTest
    @CsvSource({"alkhol, alkohol", "tausetsplikt, taushetsplikt", "abstinnes, abstinens", "partnevold, partnervold"})
    void a_slip_of_the_finger_is_forgiven_and_told(String typed, String meant) {
        Search.Found found = find(typed, Language.NB);
        assertThat(marked(found)).anyMatch(it -> it.startsWith(meant.substring(0, 6)));
        assertThat(found.corrected()).containsKey(typed);
    }

    @Test
    void a_slip_in_one_written_norwegian_finds_the_other_too() {
        assertThat(marked(find("tausetsplikt", Language.NN))).anyMatch(it -> it.startsWith("teieplikt"));
    }

    @Test
    void a_right_word_is_not_corrected() {
        assertThat(find("vold", Language.NB).corrected()).isEmpty();
        assertThat(marked(find("vold", Language.NB))).noneMatch(it -> it.equals("hold"));
    }

    @Test
    void the_last_word_may_be_half_written_and_a_compound_is_found_by_its_parts() {
        assertThat(marked(find("taushetspl", Language.NB))).anyMatch(it -> it.startsWith("taushetsplikt"));
        Vocabulary words = new Vocabulary(
                Language.NB, List.of("rusbehandling voldsrisiko rus behandling vold risiko"), java.util.Map.of());
        for (String part : List.of("rus", "behandling", "vold", "risiko")) {
            assertThat(words.meant(Vocabulary.tokens(Language.NB, part).getFirst(), false))
                    .as(part)
                    .hasSize(2);
        }
    }

    @Test
    void a_claim_says_where_it_is_cited() {
        Search.Found found =
                SEARCH.find(new Search.Query("integrert behandling rusbehandling", Set.of(CLAIM)), Language.NB);
        assertThat(found.hits()).isNotEmpty().allMatch(it -> it.cited());
        assertThat(found.hits().getFirst().title().plain()).containsIgnoringCase("integrert");
        assertThat(addresses(found)).isNotEmpty().allMatch(it -> it.matches("/moduler/grunnmodul/[a-z-]+/[a-z-]+"));
    }

    @Test
    void every_address_exists() {
        for (String word : List.of("vold", "rus", "barn", "behandling")) {
            for (String address : addresses(find(word, Language.NB))) {
                String[] parts = address.split("/");
                assertThat(MODULES.module(parts[2])
                                .flatMap(it -> it.lesson(parts[3], Language.NB))
                                .flatMap(it -> it.step(parts[4])))
                        .as(address)
                        .isPresent();
            }
        }
    }

    @Test
    void a_filter_leaves_the_others_out_but_counts_them() {
        Search.Found found = SEARCH.find(new Search.Query("vold", Set.of(LESSON)), Language.NB);
        assertThat(found.hits()).isNotEmpty().allMatch(it -> it.kind().equals(LESSON));
        assertThat(found.count(CLAIM)).isPositive();
    }

    @Test
    void nothing_suggests_the_nearest_words() {
        Search.Found found = find("mestrinq", Language.NB);
        assertThat(
                        found.hits().isEmpty()
                                ? found.suggestions()
                                : List.copyOf(found.corrected().keySet()))
                .isNotEmpty();
        Search.Found none = find("alkxhxl", Language.NB);
        assertThat(none.hits()).isEmpty();
        assertThat(none.missing()).containsExactly("alkxhxl");
        assertThat(none.suggestions()).contains("alkohol");
        assertThat(find("qqqqqqqqqqqq", Language.NB).suggestions()).isEmpty();
    }

    @Test
    void a_word_that_is_nowhere_does_not_hide_the_others() {
        Search.Found found = find("vold qqqqqqqqqqqq", Language.NB);
        assertThat(found.hits()).isNotEmpty();
        assertThat(found.missing()).containsExactly("qqqqqqqqqqqq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "~",
                "\"",
                "(",
                ")",
                "\\",
                ":",
                "AND",
                "OR",
                "NOT",
                "vold AND",
                "title.nb:vold",
                "[a TO z]",
                "vold~2",
                "/.*/",
                "+-!(){}[]^\"~*?:\\/",
                "\u0000",
                "\ud83d\ude00",
                "<script>",
                "' or 1=1 --",
                "{0}"
            })
    void nothing_typed_is_a_command(String typed) {
        for (Language language : Language.values()) {
            assertThat(find(typed, language)).isNotNull();
        }
    }

    @Test
    void punctuation_changes_nothing() {
        assertThat(find("\"vold\" AND (rus*)", Language.NB).hits().getFirst().address())
                .isEqualTo(find("vold rus", Language.NB).hits().getFirst().address());
    }

    @Test
    void too_long_a_query_is_refused() {
        assertThatThrownBy(() -> new Search.Query("a".repeat(201), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(find("vold ".repeat(40), Language.NB).hits()).isNotEmpty();
        assertThat(find(("abcdefgh" + "x".repeat(192)), Language.NB).hits()).isEmpty();
    }

    @Test
    void answers_are_not_given_away() {
        List<String> all = FINDABLES.stream()
                .flatMap(it -> it.all().stream())
                .flatMap(it -> it.passages().values().stream())
                .flatMap(List::stream)
                .toList();
        for (KnowledgeModule module : MODULES.all()) {
            for (Lesson lesson : module.lessons(Language.NB)) {
                for (Lesson.Step step : lesson.steps()) {
                    for (Block block : step.blocks()) {
                        if (block instanceof Block.SingleChoice quiz) {
                            assertThat(all).contains(quiz.question().plain());
                            quiz.options()
                                    .forEach(it -> assertThat(all)
                                            .doesNotContain(it.why().plain()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void many_may_search_at_once() {
        Search.Found alone = find("rus vold barn", Language.NB);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(_ -> find("rus vold barn", Language.NB)))
                .allMatch(it -> it.equals(alone));
    }

    @Test
    void a_search_that_comes_before_the_index_is_made_waits_for_it() throws Exception {
        List<Runnable> later = new ArrayList<>();
        Search early = new Search(FINDABLES, later::add);
        CompletableFuture<Search.Found> found =
                CompletableFuture.supplyAsync(() -> early.find(new Search.Query("vold", Set.of()), Language.NB));
        assertThatThrownBy(() -> found.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        later.getFirst().run();
        assertThat(found.get(30, TimeUnit.SECONDS).hits()).isNotEmpty();
    }
}
