package no.samtidig.improvement.web.meeting;

import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingCode;
import no.samtidig.improvement.meeting.MeetingId;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.meeting.Votes;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.improvement.web.result.ResultSheets;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Component;

/** Puts the shared screen of a meeting together. */
@Component
class StagePages {
    private final Meetings meetings;
    private final SettledGaps rounds;
    private final ResultSheets sheets;
    private final Instrument instrument;
    private final Goals goals;
    private final PublicAddress address;

    StagePages(
            Meetings meetings,
            SettledGaps rounds,
            ResultSheets sheets,
            Instrument instrument,
            Goals goals,
            PublicAddress address) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.sheets = sheets;
        this.instrument = instrument;
        this.goals = goals;
        this.address = address;
    }

    /**
     * The meeting in an address.
     *
     * @throws ProblemException not found, where it is not the journey's
     */
    Meeting meeting(JourneyVisit visit, String id) {
        return MeetingId.read(id)
                .flatMap(it -> meetings.find(visit.journey(), it))
                .orElseThrow(ProblemException::notFound);
    }

    StagePage of(JourneyVisit visit, Meeting meeting, Language language) {
        return of(visit, meeting, language, StagePage.Typed.NOTHING, Trouble.NONE);
    }

    StagePage of(JourneyVisit visit, Meeting meeting, Language language, StagePage.Typed typed, Trouble trouble) {
        SettledGap round = rounds.of(visit.journey(), meeting.month()).orElseThrow(ProblemException::notFound);
        MeetingCode code = meeting.code();
        String phones = address.of("/delta");
        return new StagePage(
                visit,
                meeting,
                round,
                sheets.of(round, language),
                areas(language),
                meetings.standing(meeting),
                meetings.votes(meeting),
                meetings.given(meeting),
                work(visit, meeting, language),
                phones.substring(phones.indexOf("//") + 2),
                code == null ? phones : phones + "/" + code.value(),
                typed,
                trouble);
    }

    /** The goals that are alive, and what stands ready for the areas many or some voted for. */
    private StagePage.Work work(JourneyVisit visit, Meeting meeting, Language language) {
        List<String> spoken = meetings.votes(meeting)
                .map(it -> it.votes().keySet().stream()
                        .filter(area -> it.group(area) != Votes.Group.FEW)
                        .toList())
                .orElse(List.of());
        return new StagePage.Work(
                goals.of(visit.journey()).stream()
                        .map(it -> new StagePage.Goal(name(it.area(), language), it.sentence()))
                        .toList(),
                instrument.statements().stream()
                        .filter(it -> spoken.contains(it.area().id()))
                        .flatMap(it -> it.actions().stream()
                                .map(one -> new StagePage.Ready(
                                        it.area().name().in(language),
                                        one.text().in(language),
                                        one.sign().in(language))))
                        .toList());
    }

    List<StagePage.Area> areas(Language language) {
        return instrument.areas().stream()
                .map(it -> new StagePage.Area(it.id(), it.name().in(language)))
                .toList();
    }

    /** The name of an area; its id where the instrument has it no more. */
    LocalizedText.Text name(String area, Language language) {
        return instrument
                .area(area)
                .map(it -> it.name().in(language))
                .orElseGet(() -> new LocalizedText.Text(language, area));
    }

    List<CardsPage.Card> cards(Language language) {
        return instrument.brief().stream()
                .map(it -> new CardsPage.Card(
                        it.area().name().in(language), it.text().in(language)))
                .toList();
    }
}
