package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ratings of the demo's units, made up ({@code journey.md} section 10): Morgenstien from a mean of 2.0 to 3.4, Elvetun with <i>begge
 * veier</i> from 2 over 3 to 4, two that have been rated once, and one that waits for its milieu therapist.
 */
@Component
@OnlyInDevelopment
@Order(40)
class DemoFidelity implements DemoPart {
    private static final List<String> PARTS = List.of("leder", "miljo", "behandler", "veileder");
    private static final String[] RESTS_ON = {"rutine", "tre-spurt", "oving", "turnus", "brukerrad"};

    private final JdbcClient sql;
    private final Anchors anchors;
    private final Accounts accounts;
    private final Clock clock;

    DemoFidelity(JdbcClient sql, Anchors anchors, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.anchors = anchors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What stands for each anchor, in their order; a place in {@code apart} is one the sides did not agree on. */
    private record Levels(int month, int daysAgo, List<Integer> of, int apart) {}

    @Override
    public void make() {
        unit(
                "no.morgenstien.dognbehandling",
                List.of(
                        "torunn.espeland@morgenstien.invalid",
                        "oddveig.nesbo@morgenstien.invalid",
                        "sjur.haukeland@morgenstien.invalid",
                        "kari.birkeland@region-vest.invalid"),
                List.of("grunnmodul"),
                new Levels(0, 575, List.of(2, 2, 2, 2, 2, 3, 1, 2, 1, 2), -1),
                new Levels(6, 385, List.of(3, 3, 2, 2, 3, 3, 3, 3, 2, 2), 3),
                new Levels(12, 200, List.of(4, 3, 3, 3, 3, 3, 4, 3, 3, 3), -1),
                new Levels(18, 20, List.of(4, 4, 3, 3, 4, 3, 3, 4, 3, 3), -1));
        unit(
                "no.sundvik_sykehus_hf.elvetun",
                List.of(
                        "maren.fjellheim@sundvik.invalid",
                        "risten.eira@sundvik.invalid",
                        "berit.haugan@sundvik.invalid",
                        "inger.lise.brandvoll@region-midt.invalid"),
                List.of(),
                new Levels(0, 390, List.of(2, 2, 2, 2, 2, 2, 1), -1),
                new Levels(6, 190, List.of(3, 2, 2, 2, 2, 3, 2), -1),
                new Levels(12, 12, List.of(4, 3, 2, 3, 3, 3, 3), -1));
        unit(
                "no.sundvik_sykehus_hf.sundvik_dps",
                List.of(
                        "frode.kleiven@sundvik.invalid",
                        "",
                        "elin.rosvoll@sundvik.invalid",
                        "inger.lise.brandvoll@region-midt.invalid"),
                List.of(),
                new Levels(0, 265, List.of(2, 2, 1, 2, 2, 3, 2), -1));
        waiting();
    }

    private void unit(String unit, List<String> people, List<String> modules, Levels... ratings) {
        List<Anchor> rated = anchors.rated(modules);
        for (Levels it : ratings) {
            UUID id = rating(unit, it.month, it.daysAgo, modules, account(people.getFirst()));
            for (int part = 0; part < PARTS.size(); part++) {
                if (!people.get(part).isEmpty()) {
                    rater(id, PARTS.get(part), account(people.get(part)), day(it.daysAgo + 1));
                    for (int at = 0; at < rated.size(); at++) {
                        boolean apart = at == it.apart;
                        mark(id, PARTS.get(part), rated.get(at), first(it.of.get(at), part, at, apart), at);
                    }
                }
            }
            for (int at = 0; at < rated.size(); at++) {
                agreed(id, rated.get(at), it.of.get(at), at == it.apart);
            }
            sql.sql("""
                    update improvement.fidelity_rating set revealed = :day, settled = :day, unit_yes = true, coach_yes = true, revision = 3
                    where id = :id
                    """).param("day", day(it.daysAgo)).param("id", id).update();
        }
    }

    /** Leaders are sometimes a step kinder than what stands, coaches sometimes a step stricter. */
    private static int first(int stands, int part, int at, boolean apart) {
        return switch (part) {
            case 0 -> apart ? stands + 2 : Math.min(5, stands + (at % 3 == 0 ? 1 : 0));
            case 1 -> apart ? stands + 1 : stands;
            case 3 -> apart ? stands : Math.max(1, stands - (at % 4 == 1 ? 1 : 0));
            default -> stands;
        };
    }

    /** Almenes: three have rated, and the milieu therapist has not. */
    private void waiting() {
        UUID id = rating(
                "no.almenes_kommune.psykisk_helse_og_rus", 0, 6, List.of(), account("anne.grete.moen@almenes.invalid"));
        List<Integer> levels = List.of(2, 2, 2, 1, 2, 3, 1);
        List<String> people = List.of(
                "anne.grete.moen@almenes.invalid",
                "dag.ove.sletten@almenes.invalid",
                "guro.vinje@almenes.invalid",
                "inger.lise.brandvoll@region-midt.invalid");
        for (int part = 0; part < PARTS.size(); part++) {
            boolean rates = part != 1;
            rater(id, PARTS.get(part), account(people.get(part)), rates ? day(4) : null);
            for (int at = 0; at < Anchors.WHOLE && rates; at++) {
                mark(id, PARTS.get(part), anchors.whole().get(at), first(levels.get(at), part, at, at == 2), at);
            }
        }
    }

    private AccountId account(String email) {
        return accounts.byEmail(email).orElseThrow();
    }

    private LocalDate day(int ago) {
        return LocalDate.now(clock).minusDays(ago);
    }

    private UUID rating(String unit, int month, int daysAgo, List<String> modules, AccountId by) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into improvement.fidelity_rating (id, journey, month, modules, begun, begun_by)
                select :id, j.id, :month, :modules::text[], :begun, :by from improvement.journey j where j.unit = :unit::ltree
                """)
                .param("id", id)
                .param("month", month)
                .param("modules", modules.toArray(String[]::new))
                .param("begun", day(daysAgo + 5))
                .param("by", by.value())
                .param("unit", unit)
                .update();
        return id;
    }

    private void rater(UUID rating, String part, AccountId account, @Nullable LocalDate done) {
        sql.sql("""
                insert into improvement.fidelity_rater (rating, part, account, done) values (:rating, :part, :account, :done)
                """)
                .param("rating", rating)
                .param("part", part)
                .param("account", account.value())
                .param("done", done)
                .update();
    }

    private void mark(UUID rating, String part, Anchor anchor, int level, int at) {
        sql.sql("""
                insert into improvement.fidelity_mark (rating, part, anchor, level, evidence)
                values (:rating, :part, :anchor, :level, :evidence::text[])
                """)
                .param("rating", rating)
                .param("part", part)
                .param("anchor", anchor.id())
                .param("level", level)
                .param("evidence", new String[] {Objects.requireNonNull(RESTS_ON[at % RESTS_ON.length])})
                .update();
    }

    private void agreed(UUID rating, Anchor anchor, int level, boolean apart) {
        sql.sql("""
                insert into improvement.fidelity_agreed (rating, anchor, level, together, unit_reason, coach_reason)
                values (:rating, :anchor, :level, :together, :unit, :coach)
                """)
                .param("rating", rating)
                .param("anchor", anchor.id())
                .param("level", level)
                .param("together", !apart)
                .param("unit", apart ? "Vi har begynt å bruke vaktarket, og det merkes på kveldene." : "")
                .param("coach", apart ? "Tre på vakt brukte tre ulike ord for det samme." : "")
                .update();
    }
}
