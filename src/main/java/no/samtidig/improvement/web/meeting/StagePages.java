package no.samtidig.improvement.web.meeting;

import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.instrument.Area;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingCode;
import no.samtidig.improvement.meeting.MeetingId;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.meeting.Votes;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.improvement.web.result.ResultSheet;
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
    private final StageWork work;
    private final PublicAddress address;

    StagePages(
            Meetings meetings,
            SettledGaps rounds,
            ResultSheets sheets,
            Instrument instrument,
            StageWork work,
            PublicAddress address) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.sheets = sheets;
        this.instrument = instrument;
        this.work = work;
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
        ResultSheet sheet = sheets.of(round, language);
        MeetingCode code = meeting.code();
        String phones = address.of("/delta");
        return new StagePage(
                visit,
                meeting,
                round,
                sheet,
                areas(language),
                meetings.standing(meeting),
                meetings.votes(meeting),
                meetings.given(meeting),
                work.of(visit, meeting, spoken(meeting, sheet), language),
                cards(language),
                phones.substring(phones.indexOf("//") + 2),
                code == null ? phones : phones + "/" + code.value(),
                typed,
                trouble);
    }

    /** Areas that were talked about: many or some voted for them, or they are marked where only words are shown. */
    private List<String> spoken(Meeting meeting, ResultSheet sheet) {
        return meetings.votes(meeting)
                .map(it -> instrument.areas().stream()
                        .map(Area::id)
                        .filter(area -> it.group(area) != Votes.Group.FEW)
                        .toList())
                .orElseGet(() -> sheet.marked().stream()
                        .map(it -> it.topic().topic().area())
                        .distinct()
                        .toList());
    }

    List<StagePage.Area> areas(Language language) {
        return instrument.areas().stream()
                .map(it -> new StagePage.Area(it.id(), it.name().in(language)))
                .toList();
    }

    /** The name of an area; its id where the instrument has it no more. */
    LocalizedText.Text name(String area, Language language) {
        return work.name(area, language);
    }

    List<CardsPage.Card> cards(Language language) {
        return instrument.brief().stream()
                .map(it -> new CardsPage.Card(
                        it.area().name().in(language), it.text().in(language)))
                .toList();
    }
}
