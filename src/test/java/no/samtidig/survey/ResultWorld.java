package no.samtidig.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds with results that are written straight into the tables which the views of results read. */
public final class ResultWorld {
    public static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    public static final String DPS = "no.sundvik_sykehus_hf.sundvik_dps";
    public static final String MORGENSTIEN = "no.morgenstien.dognbehandling";

    /** One question of each kind. */
    public static final String FORM = """
            title: {nb: "Rus og vold på vakt", nn: "Rus og vald på vakt"}
            introduction: {nb: "Fem spørsmål.", nn: "Fem spørsmål."}
            minutes: 3
            items:
              - {kind: page, code: om, text: {nb: "Om deg", nn: "Om deg"}}
              - kind: single
                code: vakt
                text: {nb: "Når jobber du mest?", nn: "Når jobbar du mest?"}
                options: [{code: dag, nb: "=Dag", nn: "=Dag"}, {code: natt, nb: "Natt", nn: "Natt"}]
              - {kind: number, code: ar, text: {nb: "Hvor mange år?", nn: "Kor mange år?"}, least: 0, most: 60, unit: {nb: "år", nn: "år"}}
              - {kind: page, code: trygg, text: {nb: "Trygghet", nn: "Tryggleik"}}
              - kind: likert
                code: tro
                text: {nb: "Hvor enig er du?", nn: "Kor einig er du?"}
                unsure: true
                points: [{nb: "Helt uenig", nn: "Heilt ueinig"}, {nb: "Uenig", nn: "Ueinig"}, {nb: "Verken eller", nn: "Verken eller"}, {nb: "Enig", nn: "Einig"}, {nb: "Helt enig", nn: "Heilt einig"}]
                rows: [{code: rus, nb: "Jeg spør om rus.", nn: "Eg spør om rus."}, {code: vold, nb: "Jeg spør om vold.", nn: "Eg spør om vald.", reversed: true}]
              - {kind: frequency, code: ofte, text: {nb: "Jeg spør to ganger.", nn: "Eg spør to gonger."}}
              - {kind: slider, code: alt, text: {nb: "Hvor trygg er du?", nn: "Kor trygg er du?"}, low: {nb: "Ikke", nn: "Ikkje"}, high: {nb: "Helt", nn: "Heilt"}}
              - kind: multiple
                code: hindre
                text: {nb: "Hva hindrer deg?", nn: "Kva hindrar deg?"}
                show-if: {item: vakt, is: natt}
                options: [{code: tid, nb: "Tid", nn: "Tid"}, {code: frykt, nb: "Frykt", nn: "Frykt"}, {code: ingen, nb: "Ingenting", nn: "Ingenting", exclusive: true}]
              - {kind: long-text, code: forslag, text: {nb: "Hva trenger du?", nn: "Kva treng du?"}}
            """;

    private final App app;
    private final JdbcClient sql;

    public ResultWorld(App app) {
        this.app = app;
        this.sql = app.bean(JdbcClient.class);
    }

    /** A round that asked the places, finished. */
    public RoundId finished(String name, String form, String... places) {
        return finishedOf("rus-og-vold-pa-vakt", name, form, places);
    }

    /** The same of another questionnaire. */
    public RoundId finishedOf(String slug, String name, String form, String... places) {
        RoundId id = open(slug, name, form, false, places);
        sql.sql("update survey.round set opened = now(), closed = now(), settled = now() where id = :id")
                .param("id", id.value())
                .update();
        return id;
    }

    /** A round that is open. */
    public RoundId open(String slug, String name, String form, boolean underway, String... places) {
        RoundId id = new RoundId(UUID.randomUUID());
        Rounds rounds = app.bean(Rounds.class);
        rounds.make(
                new Round(
                        id,
                        name,
                        QuestionnaireText.read(slug, Path.of("test"), form),
                        Integer.toHexString(form.hashCode()),
                        true,
                        underway,
                        Round.First.STAFF_GROUP,
                        new Round.Target(
                                List.of(places).stream().map(UnitPath::new).toList(), List.of(), Set.of(), Set.of()),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 31),
                        Round.State.DRAFT),
                new AccountId(UUID.randomUUID()));
        rounds.open(id);
        return id;
    }

    public void close(RoundId round) {
        app.bean(Rounds.class).close(round);
    }

    /** People who were asked, some of whom answered. */
    public void asked(RoundId round, String unit, StaffGroup group, int invited, int answered) {
        for (int i = 0; i < invited; i++) {
            sql.sql("""
                    insert into survey.ticket (id, round, digest, language, unit, staff_group, made, used)
                    values (:id, :round, uuid_send(:id), 'nb', :unit::ltree, :group, date '2026-10-01', :used)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("round", round.value())
                    .param("unit", unit)
                    .param("group", group.code())
                    .param("used", i < answered)
                    .update();
        }
        sql.sql("""
                insert into survey.group_asked (round, place_kind, place, split_kind, split, invited)
                select n.round, n.place_kind, n.place, n.split_kind, n.split, n.invited
                from survey.asked_now n join survey.round r on r.id = n.round
                where n.round = :round and r.settled is not null
                on conflict (round, place_kind, place, split_kind, split) do update set invited = excluded.invited
                """).param("round", round.value()).update();
    }

    /** How a group answered: item to value to how many, with {@code ""} for how many answered it. */
    public void counted(
            RoundId round,
            String kind,
            String place,
            String splitKind,
            String split,
            int n,
            Map<String, Map<String, Integer>> answers) {
        sql.sql("insert into survey.group_count values (:round, :kind, :place, :splitKind, :split, :n)")
                .param("round", round.value())
                .param("kind", kind)
                .param("place", place)
                .param("splitKind", splitKind)
                .param("split", split)
                .param("n", n)
                .update();
        answers.forEach((item, values) -> values.forEach((value, count) -> sql.sql("""
                        insert into survey.group_tally values (:round, :kind, :place, :splitKind, :split, :item, :value, :n)
                        """)
                .param("round", round.value())
                .param("kind", kind)
                .param("place", place)
                .param("splitKind", splitKind)
                .param("split", split)
                .param("item", item)
                .param("value", value)
                .param("n", count)
                .update()));
    }

    public void wrote(RoundId round, String item, String... words) {
        for (String it : words) {
            sql.sql("insert into survey.free_text values (:id, :round, :item, :words)")
                    .param("id", UUID.randomUUID())
                    .param("round", round.value())
                    .param("item", item)
                    .param("words", it)
                    .update();
        }
    }

    /** Answers to every question of {@link #FORM}, of a group of n. */
    public static Map<String, Map<String, Integer>> everything(int n) {
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        all.put("vakt", Map.of("", n, "dag", n - 4, "natt", 4));
        all.put("ar", Map.of("", n, "0..9", 3, "10..19", n - 3));
        all.put("tro.rus", Map.of("", n, "1", 1, "2", 2, "3", 1, "4", n - 6, "5", 1, "vet-ikke", 1));
        all.put("tro.vold", Map.of("", n, "1", 3, "4", n - 3));
        all.put("ofte", Map.of("", n, "0", 2, "2", 1, "4", n - 3));
        all.put("alt", Map.of("", n, "3", 4, "8", n - 4));
        all.put("hindre", Map.of("", n, "tid", n - 2, "frykt", 3, "ingen", 2));
        return all;
    }
}
