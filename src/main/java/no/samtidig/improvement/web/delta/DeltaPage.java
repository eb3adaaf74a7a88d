package no.samtidig.improvement.web.delta;

import java.util.List;
import java.util.Set;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingCode;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;

/**
 * A meeting, as a phone sees it.
 *
 * @param areas to vote for; each with a name
 * @param chosen what the phone voted for, or what was sent and not taken
 * @param sent whether votes were taken just now
 */
public record DeltaPage(
        MeetingCode code, Phase phase, List<Choice> areas, Set<String> chosen, boolean sent, Trouble trouble)
        implements Page {
    public DeltaPage {
        areas = List.copyOf(areas);
        chosen = Set.copyOf(chosen);
    }

    /** An area. */
    public record Choice(String id, LocalizedText name) {}

    /** Where the phone is; the text stands under {@code delta.phase.<code>}. */
    public enum Phase implements Coded {
        /** It has not joined. */
        OUTSIDE,
        WAITING,
        VOTING,
        OVER;

        static Phase of(Meeting meeting) {
            return switch (meeting.vote()) {
                case WAITING -> WAITING;
                case OPEN -> VOTING;
                case CLOSED -> OVER;
            };
        }
    }

    /** The areas, as a form has them. */
    public List<Option> options(Language language) {
        return areas.stream()
                .map(it -> {
                    LocalizedText.Text name = it.name().in(language);
                    return Option.of(it.id(), name.value(), name.language());
                })
                .toList();
    }

    /** Whether something may still come: whoever has not joined, or when the vote is closed, asks no more. */
    public boolean follows() {
        return phase == Phase.WAITING || phase == Phase.VOTING;
    }

    public String path() {
        return "/delta/" + code.value();
    }

    @Override
    public int status() {
        return trouble.status();
    }

    @Override
    public boolean withoutReader() {
        return true;
    }
}
