package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.platform.mail.Daytime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Talks of the made-up units ({@code journey.md} section 10): 22 of 25, those of a unit that stopped, and a first one. */
@Component
@OnlyInDevelopment
class DemoCoaching {
    private static final int FORTNIGHTLY = 13;
    private static final int ALL = 25;

    private static final List<String> STEPS = List.of(
            "Leder setter øvingen først på saklista før fredag.",
            "To på kveldsvakt prøver setningen og forteller på mandag.",
            "Behandler viser det nye arket på morgenmøtet tirsdag.",
            "Nattevakta velger hvem som spør, før neste helg.",
            "Leder spør tre på vakt om tegnet innen torsdag.",
            "En vikar får leksjonen av en kollega denne uka.");
    private static final List<String> OBSTACLES =
            List.of("tid", "visste-ikke", "ingen", "rutinen", "ingen", "redd", "tid", "ingen", "uenighet", "ingen");

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Clock clock;

    DemoCoaching(JdbcClient sql, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    void make() {
        AccountId midt =
                accounts.byEmail("inger.lise.brandvoll@region-midt.invalid").orElseThrow();
        AccountId vest = accounts.byEmail("kari.birkeland@region-vest.invalid").orElseThrow();
        talks("no.morgenstien.dognbehandling", vest, 553, Set.of(8, 17, 23), ALL, null);
        talks("no.sundvik_sykehus_hf.elvetun", midt, 362, Set.of(15), ALL, null);
        talks("no.almenes_kommune.psykisk_helse_og_rus", midt, 4, Set.of(), ALL, "tid");
        talks("no.sundvik_sykehus_hf.sundvik_dps", midt, 240, Set.of(6, 7, 8, 9, 10), 10, null);
    }

    /** Every second week thirteen times, then every month, on days when people are at work. */
    private static LocalDate day(LocalDate first, int index) {
        LocalDate day = index < FORTNIGHTLY
                ? first.plusWeeks(2L * index)
                : first.plusWeeks(2L * (FORTNIGHTLY - 1)).plusMonths(index - FORTNIGHTLY + 1L);
        while (!Daytime.working(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Talks from a day on: those whose day has come are held, or cancelled where the number says so; the rest is to come. */
    private void talks(
            String unit, AccountId by, int firstDaysAgo, Set<Integer> cancelled, int most, @Nullable String obstacle) {
        UUID journey = sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", unit)
                .query(UUID.class)
                .single();
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(firstDaysAgo);
        for (int i = 0; i < most; i++) {
            LocalDate day = day(first, i);
            boolean past = day.isBefore(today) || most < ALL;
            boolean off = past && cancelled.contains(i + 1);
            talk(journey, day, past && !off, off, i, obstacle, by);
        }
    }

    private void talk(
            UUID journey,
            LocalDate day,
            boolean held,
            boolean off,
            int index,
            @Nullable String obstacle,
            AccountId by) {
        sql.sql("""
                insert into improvement.talk
                    (id, journey, day, starts, state, cancelled_by, sequence, obstacle, step_done, step, leader_agreed, coach_agreed, noted, noted_by)
                values (gen_random_uuid(), :journey, :day, '13:00', :state, :cancelled, :sequence, :obstacle, :done, :step, :agreed, :agreed,
                    :agreed, :by)
                """)
                .param("journey", journey)
                .param("day", day)
                .param("state", held ? "held" : off ? "cancelled" : "planned")
                .param("cancelled", off ? "leader" : null)
                .param("sequence", off ? 1 : 0)
                .param("obstacle", !held ? null : obstacle != null ? obstacle : OBSTACLES.get(index % OBSTACLES.size()))
                .param("done", !held || index == 0 ? null : index % 4 == 1 ? "partly" : "yes")
                .param("step", held ? STEPS.get(index % STEPS.size()) : "")
                .param("agreed", held ? day : null)
                .param("by", held ? by.value() : null)
                .update();
    }
}
