package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Five units at different places of the journey, made up ({@code journey.md} section 10). Days are counted from today. */
@Component
@OnlyInDevelopment
@Order(30)
class DemoJourneys implements DemoPart {
    private final JdbcClient sql;
    private final Accounts accounts;
    private final Clock clock;

    DemoJourneys(JdbcClient sql, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What the region keeps of the one that stopped. */
    private static final String STOPPED = """
            Lederen gikk ut i permisjon i tredje måned. Løpet sto på vent i åtte uker mens fungerende leder tok over ventelister og \
            sammenslåing. Lærdom: ingen stedfortreder i arbeidslaget.""";

    /** A stage, and how many days ago the unit came to it. */
    private record Came(Stage to, int daysAgo) {}

    @Override
    public void make() {
        AccountId midt =
                accounts.byEmail("inger.lise.brandvoll@region-midt.invalid").orElseThrow();
        AccountId vest = accounts.byEmail("kari.birkeland@region-vest.invalid").orElseThrow();
        journey(
                "no.morgenstien.dognbehandling",
                vest,
                List.of(
                        new Came(Stage.INTERESTED, 660),
                        new Came(Stage.AGREED, 625),
                        new Came(Stage.ANCHORED, 590),
                        new Came(Stage.RUNNING, 555),
                        new Came(Stage.SUSTAINED, 10)));
        journey(
                "no.sundvik_sykehus_hf.elvetun",
                midt,
                List.of(
                        new Came(Stage.INTERESTED, 470),
                        new Came(Stage.AGREED, 440),
                        new Came(Stage.ANCHORED, 400),
                        new Came(Stage.RUNNING, 366)));
        journey(
                "no.almenes_kommune.psykisk_helse_og_rus",
                midt,
                List.of(
                        new Came(Stage.INTERESTED, 120),
                        new Came(Stage.AGREED, 80),
                        new Came(Stage.ANCHORED, 40),
                        new Came(Stage.RUNNING, 12)));
        journey(
                "no.sundvik_sykehus_hf.sundvik_dps",
                midt,
                List.of(
                        new Came(Stage.INTERESTED, 350),
                        new Came(Stage.AGREED, 320),
                        new Came(Stage.ANCHORED, 285),
                        new Came(Stage.RUNNING, 245),
                        new Came(Stage.STOPPED, 95)));
        journey(
                "no.almenes_kommune.havnesund_ettervern",
                midt,
                List.of(new Came(Stage.INTERESTED, 60), new Came(Stage.AGREED, 35), new Came(Stage.ANCHORED, 9)));
    }

    private void journey(String unit, AccountId coach, List<Came> way) {
        LocalDate today = LocalDate.now(clock);
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into improvement.journey (id, unit, stage, begun, since, coach)
                values (:id, :unit::ltree, :stage, :begun, :since, :coach)
                """)
                .param("id", id)
                .param("unit", unit)
                .param("stage", way.getLast().to().code())
                .param(
                        "begun",
                        DemoMeetings.working(today.minusDays(way.getFirst().daysAgo())))
                .param(
                        "since",
                        DemoMeetings.working(today.minusDays(way.getLast().daysAgo())))
                .param("coach", coach.value())
                .update();
        @Nullable Stage from = null;
        for (Came came : way) {
            boolean stopped = came.to() == Stage.STOPPED;
            sql.sql("""
                    insert into improvement.journey_move (id, journey, from_stage, to_stage, day, by, reasons, note, made)
                    values (:id, :journey, :from, :to, :day, :by, :reasons::text[], :note, :made)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("journey", id)
                    .param("from", from == null ? null : from.code())
                    .param("to", came.to().code())
                    .param("day", DemoMeetings.working(today.minusDays(came.daysAgo())))
                    .param("by", coach.value())
                    .param("reasons", stopped ? new String[] {"leder-sluttet", "omstilling"} : new String[0])
                    .param("note", stopped ? STOPPED : "")
                    .param("made", OffsetDateTime.now(clock).minusDays(came.daysAgo()))
                    .update();
            from = came.to();
        }
    }
}
