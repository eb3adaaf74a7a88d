package no.samtidig.improvement.web.coaching;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Rhythm;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.coaching.Theme;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * The talks of a journey: the next with its agenda, those held, those to come. Staff see days only.
 *
 * @param talks all by day
 * @param coach name of the coach; empty where none is named
 * @param first the day proposed for the first talk, or as typed
 * @param starts the time of day, as typed
 * @param staff whether the reader may see who has completed what
 */
public record CoachingPage(
        JourneyVisit visit,
        List<Talk> talks,
        Optional<String> coach,
        String first,
        String starts,
        Optional<CoachingDone> done,
        boolean staff,
        LocalDate today,
        Trouble trouble)
        implements Page {
    public CoachingPage {
        talks = List.copyOf(talks);
    }

    /** Whether the reader takes part in the talks. */
    public boolean takesPart() {
        return visit.leads() || visit.coaches();
    }

    /** Whether the reader can plan and write. */
    public boolean writes() {
        return takesPart() && visit.journey().stage().alive();
    }

    /** The first that is planned. */
    public Optional<Talk> next() {
        return visit.journey().stage().alive()
                ? talks.stream().filter(Talk::planned).findFirst()
                : Optional.empty();
    }

    /** What comes after the next one. */
    public List<Talk> later() {
        return visit.journey().stage().alive()
                ? talks.stream().filter(Talk::planned).skip(1).toList()
                : List.of();
    }

    /** Held and cancelled, the newest first. */
    public List<Talk> past() {
        return talks.stream()
                .filter(it -> !it.planned())
                .sorted(Comparator.comparingInt(Talk::number).reversed())
                .toList();
    }

    public long held() {
        return talks.stream().filter(Talk::held).count();
    }

    /** Those whose day has come, so far. */
    public long due() {
        return talks.stream()
                .filter(it -> !it.planned() || it.day().isBefore(today))
                .count();
    }

    public Rhythm rhythm() {
        return Rhythm.of(talks);
    }

    public Theme theme(Talk talk) {
        return Theme.of(talk.number());
    }

    public boolean unitLeads(Talk talk) {
        return Coaching.unitLeads(visit.journey(), talk);
    }

    public static String path(Talk talk) {
        return "/enheten/veiledning/" + talk.id().value();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
