package no.samtidig.improvement.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.samtidig.catalogue.Libraries;
import no.samtidig.evidence.Registers;
import no.samtidig.platform.Language;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {
    private static final Path FILE = Path.of("content", Instrument.FILE);

    /** Each statement's id, and what its words come to. A line is added for a new statement, and none is changed. */
    private static final String WORDS = """
            spor-utsatt ae4b88668241ea27
            spor-utovd d73252237edb69ea
            grense-forst 0eaa1f08bc1b05ad
            spor-alene 8dedaa3be9002f6e
            spor-igjen 2059cb54a933227a
            faste-sporsmal-rus 2e4419f00a54519a
            andre-styrer-rusen 4ce48e3fec55170b
            ungdom-begge-sider 21900d3688cb9353
            rusens-funksjon 6daefa04fdbeeab5
            rett-for-volden 1b72a1c45c87af70
            diagnose-igjen 15f3f7aaed6cfe12
            traume-vurdert 48d74069b41e439b
            eldre-ny-aggresjon eef9118f547f398c
            samme-plan 79ae4d727d51a024
            hva-vil-du-endre f7df65a934f6e943
            hva-i-stedet 8b086546a92ead30
            videre-ved-rus 986c3d07e3f1ff09
            regel-med-grunn 351ef9c46cde57f1
            skriv-hva-hjelper 090c165167c45586
            snakk-etterpa 728cbb28cf091a79
            fare-na e88f028e1a9cd70c
            vurdering-til-tiltak 1edd4c7eb9b34d66
            spor-om-tegn ea6bdb18f19d1cd4
            plan-for-utsatt f8172ffe3b5a3bd7
            barn-hjemme 7386f3896753b639
            spor-gravide 12d579925a7fc992
            parorende-redde d79e6d8ea065cf8f
            avtalt-hvem 57421ea6ce60628e
            si-fra-videre 1bd00cecd319f6c5
            kontakt-ved-avbrudd 64a1a1613e0b1017
            bestemme-forst 3398ba07df7a521a
            brukererfaring-med 66c69039c756f96a
            over 733540b0e86973a1
            nye-kolleger 78596dec5fb35bde
            leder-spor 259a0be574c423c9
            snakke-sammen-etter 5a6a50ce35aac89f
            """;

    private static Instrument instrument() {
        return Instruments.real();
    }

    private static String of(Statement it) {
        String both = it.text().in(Language.NB).value() + "\n"
                + it.text().in(Language.NN).value();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long count(Instrument instrument, Predicate<Statement> which) {
        return instrument.statements().stream().filter(which).count();
    }

    @Test
    void it_holds_what_it_says_it_holds() {
        Instrument it = instrument();

        assertThat(it.areas()).hasSize(11);
        assertThat(it.statements()).hasSize(36);
        assertThat(count(it, one -> one.who() == Who.ALL)).isEqualTo(32);
        assertThat(count(it, one -> one.who() == Who.CLINICIAN)).isEqualTo(3);
        assertThat(count(it, one -> one.who() == Who.MILIEU)).isEqualTo(1);
        assertThat(count(it, Statement::residential)).isEqualTo(1);
        assertThat(it.brief()).hasSize(12);
        assertThat(it.brief().stream().map(Statement::area).distinct()).hasSize(9);
        assertThat(it.statements()).allMatch(one -> one.actions().size() == 2);
        assertThat(it.council().items()).hasSize(10);
        assertThat(it.council().answers()).hasSize(5);
        assertThat(it.statements().stream().filter(one -> one.leader().isPresent()))
                .allMatch(one -> one.area().id().equals("ledelse"))
                .hasSize(2);
    }

    @Test
    void areas_follow_each_other_as_the_way_through_a_unit() {
        Instrument it = instrument();

        assertThat(it.statements().stream().map(Statement::area).distinct()).isEqualTo(it.areas());
        assertThat(it.areas().stream().flatMap(area -> it.statements(area).stream()))
                .isEqualTo(it.statements());
    }

    @Test
    void the_meaning_of_a_statement_never_changes_under_its_id() {
        Map<String, String> known = new LinkedHashMap<>();
        WORDS.lines().map(it -> it.split(" ")).forEach(it -> known.put(it[0], it[1]));

        for (Statement it : instrument().statements()) {
            assertThat(of(it)).as("""
                            the words of '%s' are not what they were: answers to it would be compared with answers to something else. \
                            Give the new words a new id, and add a line here""", it.id()).isEqualTo(known.get(it.id()));
        }
        assertThat(known.keySet())
                .as("a statement that is no longer asked keeps its line here, and its id is not used again")
                .containsAll(
                        instrument().statements().stream().map(Statement::id).toList());
    }

    @Test
    void a_link_leads_somewhere_and_what_is_planned_is_no_link() {
        Instrument it = instrument();

        for (Statement one : it.statements()) {
            one.links()
                    .claim()
                    .ifPresent(claim -> assertThat(Registers.real().claim(claim))
                            .as(one.id())
                            .isPresent());
            one.links()
                    .lesson()
                    .ifPresent(lesson -> assertThat(Libraries.real()
                                    .module(lesson.module())
                                    .orElseThrow()
                                    .lesson(lesson.lesson(), Language.NB))
                            .as(one.id())
                            .isPresent());
            one.links()
                    .recommendation()
                    .ifPresent(rec -> assertThat(it.recommendations()).containsKey(rec));
            assertThat(one.links().lesson().isPresent())
                    .as(one.id())
                    .isNotEqualTo(one.links().proposedLesson().isPresent());
        }
        assertThat(it.statement("spor-utsatt").orElseThrow().links().lesson()).isPresent();
        assertThat(it.statement("rusens-funksjon").orElseThrow().links().proposedLesson())
                .isPresent();
        assertThat(it.statement("grense-forst").orElseThrow().links().ownJudgement())
                .isTrue();
    }

    @Test
    void a_recommendation_that_nobody_has_opened_is_shown_to_nobody() {
        Instrument it = instrument();
        assertThat(it.recommendations()).containsKey("rusinstitusjon-2018");
        assertThat(it.told("rusinstitusjon-2018")).isEmpty();
        assertThat(it.told("rop")).isPresent();
        assertThat(it.statement("regel-med-grunn").orElseThrow().links().claim())
                .as("it still says what it rests on")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {area: mottak, who: all, aim: identify, side: exposed}|{area: motak, who: all, aim: identify, side: exposed}|there is no area 'motak'
            who: all|who: alle|'alle' means nothing here. To mend it: use one of all, behandler, miljo
            claim: kort-kartlegging-av-vold-ved-inntak|claim: kort-kartlegging|there is no claim 'kort-kartlegging' in the register
            rec: forlop|rec: forlopet|there is no recommendation 'forlopet'
            lesson: grunnmodul/a-tore-a-sporre|lesson: grunnmodulen/a-tore-a-sporre|there is no module 'grunnmodulen'
            lesson: grunnmodul/a-tore-a-sporre|lesson: grunnmodul|'grunnmodul' is no lesson
            - id: spor-utovd|- id: spor-utsatt|the id 'spor-utsatt' is used twice
            mirrors: grense-forst|mirrors: grensen|there is no statement 'grensen'
            , setting: residential|""|what is put to milieu staff has a setting
            judgement: own|judgement: ours|'ours' is no judgement
            life: [old]|life: [oldest]|'oldest' means nothing here
            """)
    void a_mistake_is_told_with_its_line_and_what_to_do(String right, String wrong, String told) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(right);
        int line = (int) text.substring(0, text.indexOf(right)).lines().count();

        List<ContentProblem> found = mistakes(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().sentence())
                .contains("content/gap/instrument.yaml:")
                .contains(told);
        assertThat(found.getFirst().line()).isBetween(line - 1, line + 1);
    }

    @Test
    void a_statement_has_two_actions_and_both_languages() throws IOException {
        String text = Files.readString(FILE);
        int first = text.indexOf("      - do: ");
        int second = text.indexOf("      - do: ", first + 1);

        assertThat(mistakes(text.substring(0, first) + text.substring(second)))
                .first()
                .extracting(ContentProblem::sentence)
                .asString()
                .contains("a statement has two actions, here are 1");
        assertThat(mistakes(text.replaceFirst("    nn: \"Vi spør nye[^\n]*\n", "")))
                .isNotEmpty();
    }

    private static List<ContentProblem> mistakes(String text) {
        ContentProblems problems = new ContentProblems();
        problems.collect(
                () -> new InstrumentReader(problems, new Library(Registers.real(), Libraries.real())).read(FILE, text));
        return problems.found();
    }
}
