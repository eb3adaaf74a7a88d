package no.samtidig.improvement.change;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import no.samtidig.improvement.gap.GapRound;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A made-up country, loaded by COPY: owners, units with staff and a leader, journeys that began in one of four half-years, what their GAP rounds
 * showed, goals, actions and talks. The same seed gives the same country. Parameters of the figures are those of {@code journey.md} appendix C
 * ({@code roll_up}): units differ by .5, time changes .1 a round, noise .2; everything is invented.
 */
final class Country {
    private static final List<String> COUNTIES =
            List.of("03", "11", "15", "18", "31", "32", "33", "34", "39", "40", "42", "46", "50", "55", "56");
    private static final int UNITS_AN_OWNER = 15;
    private static final int CHUNK = 20_000;
    private static final double SPREAD = 0.5;
    private static final double TREND = -0.1;
    private static final double NOISE = 0.2;
    private static final double START = 1.2;

    /** What a journey does to the gap after 6, 12 and 18 months. */
    enum Effect {
        CONSTANT(-.45, -.45, -.45),
        GROWING(-.3, -.5, -.6),
        FADING(-.6, -.5, -.3),
        NONE(0, 0, 0);

        private final double after6;
        private final double after12;
        private final double after18;

        Effect(double after6, double after12, double after18) {
            this.after6 = after6;
            this.after12 = after12;
            this.after18 = after18;
        }

        double at(int round) {
            return switch (round) {
                case 0 -> 0;
                case 1 -> after6;
                case 2 -> after12;
                default -> after18;
            };
        }
    }

    private final Connection owner;
    private final int units;
    private final int people;
    private final Effect effect;
    private final RandomGenerator random;
    private final LocalDate today;

    /**
     * As the role that owns everything.
     *
     * @param url address of the database, with its password
     * @param people in all units together
     */
    static void load(String url, int units, int people, Effect effect, long seed, LocalDate today)
            throws SQLException, IOException {
        try (Connection owner = DriverManager.getConnection(url)) {
            owner.setAutoCommit(false);
            new Country(owner, units, people, effect, seed, today).load();
            owner.commit();
            owner.setAutoCommit(true);
            try (Statement statement = owner.createStatement()) {
                tell("Counting, for the planner");
                statement.execute("vacuum analyze");
            }
        }
    }

    private Country(Connection owner, int units, int people, Effect effect, long seed, LocalDate today) {
        this.owner = owner;
        this.units = units;
        this.people = people;
        this.effect = effect;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.today = today;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String unit(int n) {
        return "no.sim_" + n / UNITS_AN_OWNER + ".u" + n % UNITS_AN_OWNER;
    }

    private static String county(int n) {
        return COUNTIES.get(n / UNITS_AN_OWNER % COUNTIES.size());
    }

    private void load() throws SQLException, IOException {
        int owners = (units + UNITS_AN_OWNER - 1) / UNITS_AN_OWNER;
        copy(
                "owners",
                "organisation.owner (path, kind, name, fictional, valid_from)",
                owners,
                n -> line("no.sim_" + n, n % 4 == 0 ? "hf" : "municipality", "Oppdiktet eier " + n, "t", "2024-01-01"));
        copy(
                "units",
                "organisation.unit (path, owner, name, county, level, fictional, valid_from)",
                units,
                n -> line(
                        unit(n),
                        "no.sim_" + n / UNITS_AN_OWNER,
                        "Oppdiktet enhet " + n,
                        county(n),
                        n / UNITS_AN_OWNER % 4 == 0 ? "specialist" : "primary",
                        "t",
                        "2024-01-01"));
        UUID[] accounts = new UUID[people];
        for (int i = 0; i < people; i++) {
            accounts[i] = id();
        }
        copy(
                "people",
                "access.account (id, email, name, created)",
                people,
                n -> line(
                        accounts[n],
                        "ansatt" + n + "@oppdiktet.invalid",
                        "Oppdiktet Ansatt " + n,
                        today.minusMonths(20)));
        copy(
                "their roles",
                "access.role_grant (id, account, role, path, place, granted)",
                people,
                n -> line(
                        id(),
                        accounts[n],
                        n < units ? "enhetsleder" : n % 3 == 0 ? "behandler" : "miljoterapeut",
                        unit(n % units),
                        "Oppdiktet enhet " + n % units,
                        today.minusMonths(20)));
        journeys();
    }

    /** One journey as it is made up. */
    private record Made(UUID id, int unit, int start, boolean stopped, int lived) {}

    private void journeys() throws SQLException, IOException {
        StringBuilder journeys = new StringBuilder();
        StringBuilder moves = new StringBuilder();
        StringBuilder measures = new StringBuilder();
        StringBuilder goals = new StringBuilder();
        StringBuilder actions = new StringBuilder();
        StringBuilder talks = new StringBuilder();
        tell("Making " + units + " journeys");
        for (int n = 0; n < units; n++) {
            int start = n % 5; // half-years ago that it began; the fifth waits
            boolean waits = start == 4;
            boolean stopped = !waits && random.nextInt(12) == 0;
            int lived = waits ? 0 : Math.min(3, start) - (stopped && start > 0 ? 1 : 0);
            Made it = new Made(id(), n, start, stopped, Math.max(0, lived));
            LocalDate zero = today.minusMonths(6L * start).minusDays(20);
            String stage = waits ? "agreed" : stopped ? "stopped" : start == 3 ? "sustained" : "running";
            LocalDate begun = waits ? today.minusMonths(2) : zero.minusMonths(3);
            journeys.append(line(
                    it.id(),
                    unit(n),
                    stage,
                    begun,
                    waits ? begun : zero,
                    waits ? "\\N" : zero,
                    n % 10 == 0 ? "t" : "f"));
            moves.append(line(id(), it.id(), "\\N", "interested", begun, begun));
            moves.append(line(
                    id(), it.id(), "interested", waits ? "agreed" : stage, waits ? begun : zero, waits ? begun : zero));
            measures(measures, it, waits ? today.plusMonths(1) : zero);
            if (!waits) {
                work(goals, actions, talks, it, zero);
            }
        }
        copy("journeys", "improvement.journey (id, unit, stage, begun, since, month_zero, shares)", journeys);
        copy("moves", "improvement.journey_move (id, journey, from_stage, to_stage, day, made)", moves);
        copy(
                "measures",
                "improvement.unit_measure (journey, occasion, half_year, n, gap, practice, importance)",
                measures);
        copy("goals", "improvement.goal (id, journey, area, sentence, made)", goals);
        copy("actions", "improvement.action (id, goal, words, everybody, due, sign, seen, made, changed)", actions);
        copy("talks", "improvement.talk (id, journey, day, state)", talks);
    }

    private void measures(StringBuilder measures, Made it, LocalDate zero) {
        double own = START + random.nextGaussian() * SPREAD;
        int half = UnitMeasures.halfYear(zero);
        int first = UnitMeasures.halfYear(today) - 3;
        if (random.nextInt(5) < 3) { // measured when it agreed, half a year before
            double gap = own + TREND * (half - 1 - first) + random.nextGaussian() * NOISE;
            measures.append(measure(it, GapRound.WAITING, half - 1, gap));
        }
        for (int k = 0; k <= it.lived(); k++) {
            if (k > 0 && random.nextInt(10) == 0) {
                continue; // nobody answered in time
            }
            double gap = own + TREND * (half + k - first) + effect.at(k) + random.nextGaussian() * NOISE;
            measures.append(measure(it, 6 * k, half + k, gap));
        }
    }

    private String measure(Made it, int occasion, int half, double gap) {
        double practice = 2 - gap / 2;
        return line(
                it.id(), occasion, half, 5 + random.nextInt(30), number(gap), number(practice), number(practice + gap));
    }

    private void work(StringBuilder goals, StringBuilder actions, StringBuilder talks, Made it, LocalDate zero) {
        for (int g = 0; g < 3; g++) {
            UUID goal = id();
            goals.append(line(
                    goal, it.id(), List.of("mottak", "risiko", "kompetanse").get(g), "Oppdiktet mål " + g, zero));
            actions.append(line(
                    id(),
                    goal,
                    "Oppdiktet tiltak",
                    "t",
                    zero.plusMonths(2),
                    "Oppdiktet tegn",
                    List.of("not-yet", "partly", "yes").get(random.nextInt(3)),
                    zero,
                    zero));
        }
        for (int t = 0; t < 25; t++) {
            LocalDate day = t < 13 ? zero.plusWeeks(2L * t) : zero.plusMonths(t - 6L);
            boolean past = day.isBefore(today) && !(it.stopped() && t > 6);
            talks.append(line(id(), it.id(), day, past && random.nextInt(10) > 0 ? "held" : "planned"));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String line(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value);
        }
        return line.append('\n').toString();
    }

    private void copy(String what, String into, int rows, IntFunction<String> row) throws SQLException, IOException {
        for (int from = 0; from < rows; from += CHUNK) {
            int to = Math.min(rows, from + CHUNK);
            tell("%s: %,d of %,d".formatted(what, to, rows));
            StringBuilder some = new StringBuilder();
            for (int n = from; n < to; n++) {
                some.append(row.apply(n));
            }
            write(into, some);
        }
    }

    private void copy(String what, String into, StringBuilder rows) throws SQLException, IOException {
        tell("%s: %,d".formatted(what, rows.chars().filter(it -> it == '\n').count()));
        write(into, rows);
    }

    private void write(String into, StringBuilder rows) throws SQLException, IOException {
        CopyManager copying = owner.unwrap(PGConnection.class).getCopyAPI();
        copying.copyIn("copy " + into + " from stdin", new StringReader(rows.toString()));
    }

    static void tell(String what) {
        System.out.println("  " + what + " …");
    }
}
