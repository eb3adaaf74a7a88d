package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.meeting.Ending;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingId;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.meeting.Paper;
import no.samtidig.platform.Norway;
import no.samtidig.platform.mail.Daytime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Results meetings of the made-up units ({@code journey.md} section 10). They are held the way everybody's are, with votes on paper, and are
 * then moved back in time. The first of a unit is its month zero, also where there are no rounds to meet about.
 */
@Component
@OnlyInDevelopment
@Order(80)
class DemoMeetings implements DemoPart {
    private static final List<String> AREAS = List.of(
            "mottak",
            "utredning",
            "forstaelse",
            "behandling",
            "miljo",
            "risiko",
            "barn-familie",
            "samarbeid",
            "medvirkning",
            "kompetanse",
            "ledelse");

    private final Meetings meetings;
    private final Journeys journeys;
    private final DemoPeople people;
    private final JdbcClient sql;
    private final Clock clock;
    private final boolean wanted;

    DemoMeetings(
            Meetings meetings,
            Journeys journeys,
            DemoPeople people,
            JdbcClient sql,
            Clock clock,
            @Value("${samtidig.demo-progress:true}") boolean wanted) {
        this.meetings = meetings;
        this.journeys = journeys;
        this.people = people;
        this.sql = sql;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** A unit and who leads it. */
    private record Place(String unit, String leader) {}

    /**
     * One meeting.
     *
     * @param month it is about
     * @param votes how many voted for what
     * @param given what the leader can give time to
     * @param declined what the leader cannot give time to, with the reason
     */
    private record Held(
            int month,
            int daysAgo,
            int minutes,
            int voters,
            Map<String, Integer> votes,
            List<String> given,
            Optional<Map.Entry<String, String>> declined) {}

    @Override
    public void make() {
        hold(
                new Place("no.morgenstien.dognbehandling", "torunn.espeland@morgenstien.invalid"),
                new Held(
                        0,
                        560,
                        60,
                        17,
                        Map.of("mottak", 14, "risiko", 11, "kompetanse", 12, "miljo", 5, "barn-familie", 6),
                        List.of("mottak", "risiko", "kompetanse"),
                        Optional.empty()),
                new Held(
                        6,
                        377,
                        60,
                        15,
                        Map.of("mottak", 8, "risiko", 10, "kompetanse", 9, "samarbeid", 6, "medvirkning", 4),
                        List.of("mottak", "risiko", "kompetanse"),
                        Optional.of(
                                Map.entry("samarbeid", "Avtalen med kommunene skal fornyes. Da kan vi gå inn i den."))),
                new Held(
                        12,
                        195,
                        60,
                        16,
                        Map.of("kompetanse", 13, "risiko", 9, "mottak", 8, "miljo", 7),
                        List.of("kompetanse", "risiko", "mottak"),
                        Optional.empty()),
                new Held(
                        18,
                        12,
                        60,
                        14,
                        Map.of("kompetanse", 12, "risiko", 7, "medvirkning", 6, "mottak", 5),
                        List.of("kompetanse", "risiko"),
                        Optional.empty()));
        hold(
                new Place("no.sundvik_sykehus_hf.elvetun", "maren.fjellheim@sundvik.invalid"),
                new Held(
                        0,
                        372,
                        60,
                        12,
                        Map.of("mottak", 9, "utredning", 6, "kompetanse", 5, "ledelse", 3),
                        List.of("mottak"),
                        Optional.empty()),
                new Held(
                        6,
                        187,
                        60,
                        11,
                        Map.of("mottak", 9, "kompetanse", 8, "barn-familie", 5, "samarbeid", 4),
                        List.of("mottak", "kompetanse"),
                        Optional.of(Map.entry(
                                "barn-familie",
                                "Vi får barneansvarlig først om noen måneder. Da tar vi området opp."))));
        hold(
                new Place("no.almenes_kommune.psykisk_helse_og_rus", "anne.grete.moen@almenes.invalid"),
                new Held(
                        0,
                        14,
                        30,
                        6,
                        Map.of("barn-familie", 5, "samarbeid", 3, "utredning", 3),
                        List.of("barn-familie"),
                        Optional.empty()));
        hold(
                new Place("no.sundvik_sykehus_hf.sundvik_dps", "frode.kleiven@sundvik.invalid"),
                new Held(
                        0,
                        250,
                        60,
                        24,
                        Map.of("utredning", 17, "behandling", 14, "barn-familie", 11, "kompetanse", 8, "risiko", 6),
                        List.of("utredning", "behandling"),
                        Optional.of(Map.entry(
                                "barn-familie", "Vi venter på hvem som blir barneansvarlig etter sammenslåingen."))));
    }

    private void hold(Place place, Held... all) {
        AccountId leader = people.account(place.leader());
        UUID id = sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", place.unit())
                .query(UUID.class)
                .single();
        for (Held held : all) {
            Journey journey = journeys.known(new JourneyId(id)).orElseThrow();
            LocalDate day = working(LocalDate.now(clock).minusDays(held.daysAgo()));
            if (wanted) {
                MeetingId meeting = meetings.begin(journey, held.month(), held.minutes(), leader);
                run(journey, meeting, held, leader);
                moveBack(meeting, day, held.minutes());
            }
            if (journey.monthZero() == null) {
                sql.sql("update improvement.journey set month_zero = :day where id = :id")
                        .param("day", day)
                        .param("id", id)
                        .update();
            }
        }
    }

    private void run(Journey journey, MeetingId id, Held held, AccountId leader) {
        Meeting meeting = meetings.find(journey, id).orElseThrow();
        meetings.openVote(journey, meeting, OptionalInt.of(held.voters()));
        meetings.closeVote(
                journey, meeting, AREAS, new Paper(held.voters(), held.votes()), OptionalInt.of(held.voters()), leader);
        held.given().forEach(it -> meetings.give(meeting, it));
        held.declined().ifPresent(it -> meetings.decline(journey, meeting, it.getKey(), it.getValue(), leader));
        meetings.end(journey, meeting, chosen(journey, held.month()) ? Ending.CHOSEN : Ending.KEPT, leader);
    }

    /** Whether the demo has goals of that round. */
    private boolean chosen(Journey journey, int month) {
        return sql.sql("select exists (select from improvement.goal where journey = :journey and occasion = :month)")
                .param("journey", journey.id().value())
                .param("month", month)
                .query(Boolean.class)
                .single();
    }

    private void moveBack(MeetingId meeting, LocalDate day, int minutes) {
        ZonedDateTime began = day.atTime(LocalTime.of(13, 0)).atZone(Norway.ZONE);
        sql.sql("update improvement.meeting set began = :began, ended = :ended where id = :id")
                .param("began", began.toOffsetDateTime())
                .param("ended", began.plusMinutes(minutes).toOffsetDateTime())
                .param("id", meeting.value())
                .update();
    }

    /** The day, or the last one before it when people are at work. */
    static LocalDate working(LocalDate day) {
        LocalDate at = day;
        while (!Daytime.working(at)) {
            at = at.minusDays(1);
        }
        return at;
    }
}
